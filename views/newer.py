"""Newer requests of a session: what they make useless is not computed to its end.

Streamlit ends a run in favour of the whole page, for which it looks whenever something is drawn. For a fragment it lets
a run go on, because there is more to be drawn. Here the run gives way, and the next one draws that, too.
"""

from dataclasses import replace

from streamlit.runtime.scriptrunner import RerunData, RerunException, get_script_run_ctx
from streamlit.runtime.scriptrunner_utils.script_requests import ScriptRequestType


def look() -> None:
    """Return if no newer request waits; otherwise raise what Streamlit ends a run with."""
    ctx = get_script_run_ctx()
    if not ctx or not ctx.script_requests:
        return
    ctx.yield_check()
    if ctx.script_requests._state is not ScriptRequestType.RERUN:
        return
    request = ctx.script_requests.on_scriptrunner_ready()
    if request.type is ScriptRequestType.RERUN:  # and not yet a stop, for which Streamlit looks itself
        raise RerunException(with_what_runs(request.rerun_data, ctx.fragment_ids_this_run))


def with_what_runs(waiting: RerunData, running: list[str] | None) -> RerunData:
    """The request that waits, for what runs as well: some fragments, or the whole page, which has them all."""
    both = [*running, *waiting.fragment_id_queue] if running and waiting.fragment_id_queue else []
    return replace(waiting, fragment_id_queue=list(dict.fromkeys(both)))
