"""A branch: a run that follows another for a while, and then goes on in its own way."""

from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from optimizers.gradients import Exact, Gradients
from optimizers.optimizer import Optimizer
from optimizers.run import run
from optimizers.schedules import Schedule
from optimizers.trajectory import Trajectory


def branch(
    path: Trajectory,
    step: int,
    rule: Optimizer,
    steps: int,
    schedule: Schedule | None = None,
    *,
    gradients: Gradients | None = None,
) -> Trajectory:
    """Go on from where a path was after `step` updates, with its point and its state, up to update `steps`.

    All numbers of updates go on too: the next one is `step` + 1 for the schedule, the correction of a bias, noise and
    batches. So a branch with the rule, the schedule and the gradients of the path is that path to the last bit, and one
    whose schedule gave the path's rates so far is the run that had that schedule from the start.

    Up to `step` the branch has the points, gradients, rates and states of the path: `points[:, t]` is where it is after
    t updates. Raises ValueError where the path is a batch or never came to `step`, where `steps` are fewer, and where
    the rule is another one than that of the path.
    """
    if path.lengths.ndim:
        raise ValueError("branch: path must be one run, not a batch; take a lane of it, as in path.lane(0).")
    if not 0 <= step <= min(path.steps, steps):
        raise ValueError(
            f"branch: step must be a whole number from 0 to {min(path.steps, steps)}, the last that the path reached "
            f"and that is to be made, but {step!r} was given."
        )
    after = run(
        path.surface,
        rule,
        np.ascontiguousarray(path.points[:, step]),
        steps - step,
        schedule,
        gradients=gradients or Exact(),
        state=path.state_after(step),
        made=step,
    )
    return replace(
        after,
        points=np.concatenate([path.points[:, :step], after.points], axis=1),
        gradients=np.concatenate([path.gradients[:, :step], after.gradients], axis=1),
        learning_rates=np.concatenate([path.learning_rates[:step], after.learning_rates]),
        states=_joined_states(path, step, after),
        lengths=step + after.lengths,
        requested=steps,
        batches=_joined_batches(path, step, after),
    )


def _joined_states(path: Trajectory, step: int, after: Trajectory) -> object:
    pairs = zip(path.states, after.states, strict=True)
    return type(after.states)(*(np.concatenate([before[..., :step], then], axis=-1) for before, then in pairs))


def _joined_batches(path: Trajectory, step: int, after: Trajectory) -> NDArray[np.signedinteger[Any]] | None:
    """Put the batches together, (T, B), padded to the larger size; None where neither has any."""
    if path.batches is None and after.batches is None:
        return None
    parts = [_batches(path)[:step], _batches(after)]
    widest = max(part.shape[1] for part in parts)
    return np.concatenate([np.pad(part, ((0, 0), (0, widest - part.shape[1])), constant_values=-1) for part in parts])


def _batches(path: Trajectory) -> NDArray[np.signedinteger[Any]]:
    """Return the batches of a path, (T, B): all examples where its gradients are those of the whole loss."""
    if path.batches is not None:
        return path.batches
    everything = np.arange(path.surface.data.size, dtype=np.int32)  # type: ignore[attr-defined]
    return np.broadcast_to(everything, (path.steps, everything.size))
