"""A visitor of a Streamlit server without a browser, to measure the server alone."""

from collections.abc import Iterable, Iterator
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
    """A session on the server, with the controls of its page, and what was `received` of the last answer."""

    def __init__(self, socket: ClientConnection, query: str) -> None:
        self._socket = socket
        self._controls: dict[str, Delta] = {}
        self.received: list[ForwardMsg] = []
        self._answered(opening(query))

    def turn(self, label: str, value: float) -> float:
        """Change a control; return the milliseconds until the last message of the answer.

        Raises ValueError as `change`, and TimeoutError after a minute without an answer.
        """
        message = self.change(label, value)
        sleep(REST)
        return milliseconds(lambda: self._answered(message))

    def change(self, label: str, value: float) -> bytes:
        """Return the message that changes a control; other sessions with the same controls understand it too.

        Raises ValueError if the page has no control of that label.
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
        return message.SerializeToString()

    def send_all(self, messages: Iterable[bytes]) -> None:
        """Send messages without waiting for answers."""
        for message in messages:
            self._socket.send(message)

    def receive(self) -> ForwardMsg:
        """Receive one message. Raises TimeoutError after a minute without one."""
        answer = ForwardMsg.FromString(bytes(self._socket.recv(60, decode=False)))
        self.received.append(answer)
        for control in (answer.delta.new_element.number_input, answer.delta.new_element.slider):
            if control.label:
                self._controls[control.label] = answer.delta
        return answer

    def _answered(self, message: bytes) -> None:
        """Send a message, and receive the whole answer."""
        self.received.clear()
        self.send_all([message])
        while self.receive().WhichOneof("type") != "script_finished":
            pass


def opening(query: str) -> bytes:
    """Return the first message of a session, which asks for the page of a link."""
    message = BackMsg()
    message.rerun_script.query_string = query
    return message.SerializeToString()


def stream(url: str) -> str:
    """Return the address of the websocket of the server at `url`, which ends with a slash."""
    return url.replace("http", "ws", 1) + "_stcore/stream"


@contextmanager
def visiting(url: str, query: str = "", agent: str = "a visitor") -> Iterator[Visitor]:
    """Connect to the server at `url`, which ends with a slash, as an agent that calls itself so."""
    with connect(stream(url), max_size=ENOUGH, compression=None, user_agent_header=agent) as socket:
        yield Visitor(socket, query)
