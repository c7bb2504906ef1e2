"""Run Pathways with ``python -m pathways``."""

from pathways.app import main

raise SystemExit(main())
