"""A pretrained network that is taught to find attributions, and then labels articles that nobody has annotated.

Far too slow to read articles for a user, it reads them once for the network that does: it learns from its labels of
three times as many articles as were annotated, of other outlets and subjects ("knowledge distillation", Hinton, Vinyals
and Dean 2015). Needs the group ``train``; only ``briefing.training.silver`` uses it.
"""
