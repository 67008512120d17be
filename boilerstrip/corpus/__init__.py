"""Where pages come from and where results go, apart from the pipeline.

`sources` makes `Document` values out of files, folders and standard input; `run` reads, extracts
and renders each; `sinks` writes the results. New sources make `Document`s, new sinks have
`reserve` and `write`, and workers would call `run.result_of` in another process: none of the
three knows of the others' insides.
"""
