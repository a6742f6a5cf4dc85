"""The ground: small, plain parts that know nothing of the business."""
