"""A visitor of a Streamlit server without a browser, to measure the server alone."""

from collections.abc import Iterator
from contextlib import contextmanager
from time import sleep

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.Delta_pb2 import Delta
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect

from benchmarks.timing import milliseconds

ENOUGH = 2**26  # bytes of one message
REST = 0.2  # seconds between two changes; without them the system holds small packets back for 40 ms


class Visitor:
    """A session on the server, with the controls of its page."""

    def __init__(self, socket: ClientConnection) -> None:
        self._socket = socket
        self._controls: dict[str, Delta] = {}
        opening = BackMsg()
        opening.rerun_script.SetInParent()
        self._answered(opening)

    def turn(self, label: str, value: float) -> float:
        """Change a control; return the milliseconds until the last message of the answer.

        Raises ValueError if the page has no control of that label, and TimeoutError after a minute without an answer.
        """
        if label not in self._controls:
            raise ValueError(f"The page has no control {label!r}; it has {', '.join(self._controls)}.")
        delta = self._controls[label]
        message = BackMsg()
        message.rerun_script.fragment_id = delta.fragment_id
        state = message.rerun_script.widget_states.widgets.add()
        if delta.new_element.WhichOneof("type") == "number_input":
            state.id, state.double_value = delta.new_element.number_input.id, value
        else:
            state.id = delta.new_element.slider.id
            state.double_array_value.data.append(value)
        sleep(REST)
        return milliseconds(lambda: self._answered(message))

    def _answered(self, message: BackMsg) -> None:
        """Send a message, and receive the whole answer."""
        self._socket.send(message.SerializeToString())
        while True:
            answer = ForwardMsg.FromString(bytes(self._socket.recv(60, decode=False)))
            if answer.WhichOneof("type") == "script_finished":
                return
            for control in (answer.delta.new_element.number_input, answer.delta.new_element.slider):
                if control.label:
                    self._controls[control.label] = answer.delta


@contextmanager
def visiting(url: str) -> Iterator[Visitor]:
    """Connect to the server at `url`, which ends with a slash."""
    with connect(url.replace("http", "ws", 1) + "_stcore/stream", max_size=ENOUGH, compression=None) as socket:
        yield Visitor(socket)
