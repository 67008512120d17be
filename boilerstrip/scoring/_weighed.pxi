# The way back through the network.

def weighed(
    const float[:, :] rows, const Py_ssize_t[::1] blocks, const float[::1] first, tuple layers not None,
    tuple backs not None, const float[::1] low, const float[::1] high, const float[::1] middle, float[:, ::1] out,
):
    """How much each column speaks for some blocks, two or more, see `Network.weigh`.

    Args:
        rows: Columns of all blocks.
        blocks: Which are asked about.
        first: What speaks for a block is multiplied with, from the last round on.
        layers: Flags of all blocks, eight in a byte, the last round's first.
        backs: The weights of the way back from each, the last with columns of zeros, as for `multiplied`.
        low, high, middle: Bounds of each column, in which it is cut.
        out: A row for each block that is asked about.
    """
    cdef const unsigned char[:, ::1] layer
    cdef const float[:, ::1] back
    cdef const unsigned char* flags[MOST_LAYERS]
    cdef float[MOST_TOLD * MOST_ROWS] one, other
    cdef Product[MOST_LAYERS] product
    cdef Py_ssize_t i, k, row, n, step, width = len(first), n_steps = len(layers), n_columns = out.shape[1]
    cdef float value
    cdef float* to
    cdef const float* source
    shaped(0 < n_steps <= MOST_LAYERS and len(backs) == n_steps and 0 < width <= MOST_TOLD and width % EIGHT == 0)
    shaped(out.shape[0] == len(blocks) > 1 and rows.shape[1] == n_columns)
    shaped(len(low) == len(high) == len(middle) == n_columns)
    for step in range(n_steps):
        layer, back = layers[step], backs[step]
        shaped(layer.shape[0] == rows.shape[0] and layer.shape[1] * EIGHT == width and back.shape[0] == width)
        set_weights(&product[step], back, None, width if step < n_steps - 1 else n_columns)
        product[step].out, flags[step] = other, &layer[0, 0]
    product[n_steps - 1].out = &out[0, 0]
    for i in range(len(blocks)):
        shaped(0 <= blocks[i] < rows.shape[0])
    i = 0
    while i < len(blocks):
        n = next_rows(len(blocks) - i)
        for step in range(n_steps):
            for row in range(n):
                source = &other[row * width] if step else &first[0]
                keep(source, flags[step] + blocks[i + row] * (width // EIGHT), width, one + row * width)
            multiply_rows(&product[step], one, width, n)
        for row in range(i, i + n):
            to = &out[row, 0]
            for k in range(n_columns):
                value = rows[blocks[row], k]
                value = value if value > low[k] else low[k]
                value = value if value < high[k] else high[k]
                to[k] *= value - middle[k]
        advance(&product[n_steps - 1], n)
        i += n
