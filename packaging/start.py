"""What the frozen program runs."""

from pathways.app import main

raise SystemExit(main())
