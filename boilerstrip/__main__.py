"""`python -m boilerstrip` is the `boilerstrip` command."""

from boilerstrip.cli.main import main

raise SystemExit(main())
