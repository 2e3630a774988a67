"""Work in several processes, any of which may die at any moment: the results are those of one process, in order.

``Processes`` is an executor that makes calls in worker processes; ``Crew`` submits chunks of tasks to it, or to any
other executor, and collects the outcomes. Nothing here depends on what an article is.
"""
