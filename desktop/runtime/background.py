"""One background thread with an asyncio loop; results come back to the GUI thread through one queued signal.

A superseded job is abandoned, not aborted: its HTTP exchange ends alone within its time limit, and nothing of it
reaches the window, for `Job.cancel()` is tested on the GUI thread. The other thread knows a job by its number: were it
the last to hold the job, and so a page that is gone, Qt's objects would die in the wrong thread.
"""

from __future__ import annotations

import asyncio
import itertools
import sys
import threading
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

_LET_GO_AFTER = 0.0005
"""Seconds that a thread keeps the interpreter while another waits: of Python's own 0.005 a window jerks."""


class Job:
    """Something under way. `cancel()` on the GUI thread means that none of its results appear any more."""

    def __init__(
        self, deliver: Callable[[Any], None], report: Callable[[BaseException], None], failed: Callable[[], None] | None
    ) -> None:
        self._deliver: Callable[[Any], None] | None = deliver
        self._report, self._failed = report, failed

    def cancel(self) -> None:
        """Abandon the job, and let go of whom it would have told."""
        self._deliver = self._failed = None

    def receive(self, value: Any, error: BaseException | None, last: bool) -> None:
        """Called on the GUI thread with each result; what breaks is told also of an abandoned job."""
        if error is not None:
            self._report(error)
            if self._failed is not None:
                self._failed()
        elif not last and self._deliver is not None:
            self._deliver(value)


class Background(QObject):
    """Starts coroutines and async iterators away from the GUI thread, where it lives; nothing once it is closed."""

    _result = Signal(int, object, object, bool)
    _unawaited = Signal(object)

    def __init__(self, on_error: Callable[[BaseException], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._on_error = on_error
        self._loop = asyncio.new_event_loop()
        self._tasks: set[asyncio.Task[None]] = set()
        self._jobs: dict[int, Job] = {}
        self._numbers = itertools.count(1)
        self._closed = False
        self._loop.set_exception_handler(self._unattended)
        sys.setswitchinterval(_LET_GO_AFTER)
        self._result.connect(self._hand_over, Qt.ConnectionType.QueuedConnection)
        self._unawaited.connect(self._tell, Qt.ConnectionType.QueuedConnection)
        self._thread = threading.Thread(target=self._loop.run_forever, name="background", daemon=True)
        self._thread.start()

    def run(self, work: Awaitable[Any], deliver: Callable[[Any], None], instead: Any = None) -> Job:
        """Await something; `deliver` gets its result on the GUI thread, or `instead` if it broke, which is reported."""
        if self._closed and asyncio.iscoroutine(work):
            work.close()

        async def once() -> AsyncIterator[Any]:
            yield await work

        return self.follow(once(), deliver, None if instead is None else lambda: deliver(instead))

    def follow(
        self, values: AsyncIterator[Any], deliver: Callable[[Any], None], failed: Callable[[], None] | None = None
    ) -> Job:
        """Follow an async iterator; `deliver` gets every value on the GUI thread, `failed` is called when it broke."""
        number, job = next(self._numbers), Job(deliver, self._on_error, failed)
        if self._closed:
            return job
        self._jobs[number] = job
        self._loop.call_soon_threadsafe(self._start, values, number)
        return job

    def wait(self, work: Coroutine[Any, Any, Any], seconds: float) -> Any:
        """Run a coroutine to its end from the GUI thread: for opening and closing only. Raises TimeoutError."""
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(seconds)

    def close(self, seconds: float = 2.0) -> None:
        """Stop: what is under way is cancelled, the loop ends, the thread is joined."""
        if self._closed:
            return
        self._closed = True
        asyncio.run_coroutine_threadsafe(self._cancel_all(), self._loop).result(seconds)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(seconds)
        self._loop.close()
        self._jobs.clear()

    def _hand_over(self, number: int, value: Any, error: BaseException | None, last: bool) -> None:
        """A result that was on its way when the loop was closed reaches nobody: what it would start could not run."""
        if self._closed:
            return
        job = self._jobs.pop(number) if last else self._jobs[number]
        job.receive(value, error, last)

    def _tell(self, error: BaseException) -> None:
        if not self._closed:
            self._on_error(error)

    def _start(self, values: AsyncIterator[Any], number: int) -> None:
        task = self._loop.create_task(self._pump(values, number))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _pump(self, values: AsyncIterator[Any], job: int) -> None:
        try:
            async for value in values:
                self._result.emit(job, value, None, False)
        except Exception as error:  # a bug: the window must hear of it, whatever it is
            self._result.emit(job, None, error, True)
        except asyncio.CancelledError:
            self._result.emit(job, None, None, True)
            raise
        else:
            self._result.emit(job, None, None, True)

    def _unattended(self, _: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        """Something failed that nobody awaits: the window must hear of it too, and nothing of its text is printed."""
        error = context.get("exception")
        if isinstance(error, Exception):
            self._unawaited.emit(error)

    async def _cancel_all(self) -> None:
        """Also what the work itself has started and left running."""
        tasks = asyncio.all_tasks() - {asyncio.current_task()}
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
