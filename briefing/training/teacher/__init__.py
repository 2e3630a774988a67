"""The teacher: a pretrained network, fine-tuned to find attributions, that labels articles which nobody annotated.

It is far too slow to ship; the small network that ships learns from its labels of three times as many articles as were
annotated, of other outlets and subjects ("knowledge distillation", Hinton, Vinyals and Dean 2015). Needs the group
``train``; used by ``briefing.training``: ``silver`` (labels), ``attribution`` (hints), ``network_model`` (embeddings).
"""
