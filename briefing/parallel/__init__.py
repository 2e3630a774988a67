"""Work on several processes, any of which may die at any moment: what comes back is the same, and in order.

``Processes`` makes calls in worker processes; ``Crew`` hands chunks of tasks to it, or to any other executor, and takes
the outcomes back. Nothing in here knows what an article is.
"""
