"""The link: a lecture as the query string of an address, and back.

    v=1&page=race&surface=bowl~condition_20~rotation_0&start=-4_1.5&steps=120&noise=0&seed=0&same-noise=1
    &c0=sgd~on_1~at_common~lr_0.09~constant&step=end&speed=auto&layout=map-loss&curve=auto
    &zoom=auto&focus=none&hide=nothing&presentation=0&lesson=none

`c0` to `c7` are the contenders by their colour, in the order of the race: rule, how it takes part, the rule's values,
schedule, the schedule's values. Every value is written, also one that is today's default, so that a link shows the same
picture when a default has changed; but what mini-batches and branches alone have, as in `of_0~from_60`, is left out
where it is not in use. Names and values follow from the declarations (parameters.py).
"""
