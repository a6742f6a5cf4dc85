"""The one place of the ground that knows GraphQL: its types, its execution and its two transports."""
