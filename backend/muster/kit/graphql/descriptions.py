"""Words for what means the same everywhere: paging arguments, the parts of connections, `input`. Put where nothing else is said."""

from typing import Final

from graphql import GraphQLEnumType, GraphQLInputObjectType, GraphQLObjectType, GraphQLSchema, get_named_type

ARGUMENTS: Final = {
    "first": "At most so many, from the beginning or after `after`: up to 200; 100 where neither first nor last is given.",
    "after": "Only what comes after this cursor.",
    "last": "At most so many, counted from the end or from `before`: up to 200.",
    "before": "Only what comes before this cursor.",
    "offset": "How many rows to skip, for a scrollbar's jump. Goes with `first` alone.",
    "search": "Every word occurs somewhere; case and accents are ignored.",
    "sort": "In which order.",
    "id": "The thing's ID.",
    "ids": "Their IDs.",
    "orderId": "The order's ID.",
    "contactListId": "The list's ID.",
    "importId": "The import's ID.",
    "token": "The token from the letter's link.",
    "status": "Only those with one of these.",
    "consent": "Only those with one of these.",
    "reason": "Only those that failed for this.",
    "addedSince": "Only those who were added then or later.",
}
OF_CONNECTIONS: Final = {
    "edges": "The page's rows, each with its cursor.",
    "pageInfo": "Where the page stands within the whole.",
    "cursor": "Where this row stands: for `after` and `before`.",
    "node": "The row itself.",
    "hasNextPage": "Whether anything follows.",
    "hasPreviousPage": "Whether anything comes before.",
    "startCursor": "The first row's cursor; null on an empty page.",
    "endCursor": "The last row's cursor: `after` for the next page; null on an empty page.",
}
ERROR_CODES: Final = {
    "INVALID": "A value cannot be meant.",
    "REQUIRED": "A value is missing.",
    "TOO_LONG": "A value is too long.",
    "NOT_FOUND": "It does not exist, or not for the viewer.",
    "FORBIDDEN": "The viewer may see it, but not do this.",
    "NAME_TAKEN": "Another one has that name.",
    "CONTACT_EXISTS": "There is a contact with that address or phone number.",
    "CONTACT_SUPPRESSED": "The address was deactivated, declined or erased, and must not come back.",
    "NO_CONTACT_LIST": "The order has no contact list yet.",
    "LIST_IN_USE": "An order needs the list.",
    "LIST_ARCHIVED": "The list is archived.",
    "ORDER_CLOSED": "The order is closed, and its participants are frozen.",
    "INVALID_STATE": "Not at this moment: its state does not allow it.",
    "UNSUPPORTED_FILE": "Not a table at all: a picture, a program, a PDF.",
    "UNREADABLE_FILE": "Damaged, password-protected, or over the reader's limits; the message says which.",
    "EMPTY_FILE": "No row of data.",
    "FILE_TOO_LARGE": "More bytes than the server takes.",
    "TOO_MANY_ROWS": "More rows than the server takes.",
    "BAD_CREDENTIALS": "E-mail address or password is wrong.",
    "RATE_LIMITED": "Too often; the message says how long to wait.",
    "TOKEN_EXPIRED": "The link is no longer valid.",
}


def describe(schema: GraphQLSchema) -> None:
    """Fill in what the schema itself leaves unsaid."""
    for name, type_ in schema.type_map.items():
        if isinstance(type_, GraphQLObjectType) and not name.startswith("__"):
            of_connections = name.endswith(("Connection", "Edge")) or name == "PageInfo"
            for field_name, field in type_.fields.items():
                if of_connections:
                    field.description = field.description or OF_CONNECTIONS.get(field_name)
                for argument_name, argument in field.args.items():
                    argument.description = argument.description or _argument(argument_name, get_named_type(argument.type))
        elif isinstance(type_, GraphQLEnumType) and name == "UserErrorCode":
            for code, value in type_.values.items():
                value.description = value.description or ERROR_CODES.get(code)


def _argument(name: str, type_: object) -> str | None:
    if name == "input" and isinstance(type_, GraphQLInputObjectType):
        return type_.description
    return ARGUMENTS.get(name)
