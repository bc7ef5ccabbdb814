"""One comparison a module: each says when it agrees, conflicts or stays silent."""
