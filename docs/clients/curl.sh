#!/usr/bin/env bash
# curl alone: everything but a library. Subscriptions come as server-sent events. MUSTER_TOKEN=mstr_... ./curl.sh [people.xlsx]
set -euo pipefail
MUSTER_URL=${MUSTER_URL:-http://127.0.0.1:8000}

send() { curl -sS "$MUSTER_URL/graphql" -H "Authorization: Bearer $MUSTER_TOKEN" "$@"; }

# Runs some Python on an answer, as `answer`. A fault of the request itself ends the program with one sentence.
pick() {
  python3 -c '
import json, sys
answer = json.load(sys.stdin)
if answer.get("errors"):
    sys.exit(" ".join(error["message"] for error in answer["errors"]))
exec(sys.argv[1], {"data": answer["data"]})' "$1"
}

# A body of JSON from a query and variables, so that no quote is ever put in by hand.
body() { python3 -c 'import json, sys; print(json.dumps({"query": sys.argv[1], "variables": json.loads(sys.argv[2])}))' "$1" "$2"; }

# What a person can put right is data: which code, where in the input, and a sentence.
refusals() {
  pick "for error in data['$1']['errors']: print('refused:', error['code'], 'at', '.'.join(error['path'] or []) + ':', error['message'])"
}

# Orders, page after page.
orders='query ($after: String) { orders(first: 3, after: $after, active: true) {
  edges { node { id number name contactList { id } participantSummary { total } } } pageInfo { hasNextPage endCursor } } }'
after=null order='' list=''
while [ -n "$after" ]; do
  page=$(body "$orders" "{\"after\": $after}" | send -H 'Content-Type: application/json' -d @-)
  pick 'for edge in data["orders"]["edges"]: print("{number} {name}".format(**edge["node"]))' <<<"$page"
  [ -n "$order" ] || read -r order list < <(pick '
for edge in data["orders"]["edges"]:
    if edge["node"]["contactList"]:
        print(edge["node"]["id"], edge["node"]["contactList"]["id"])
        break' <<<"$page") || true
  after=$(pick 'import json; end = data["orders"]["pageInfo"]; print(json.dumps(end["endCursor"]) if end["hasNextPage"] else "")' <<<"$page")
done

# The people of one order, live: the first event says where things stand. -N: each event as it comes.
changes=$(body 'subscription ($id: ID!) { participantChanges(orderId: $id) { cursor reset addedCount participantCount } }' \
  "{\"id\": \"$order\"}")
heard=$(mktemp)
curl -sSN "$MUSTER_URL/graphql" -H "Authorization: Bearer $MUSTER_TOKEN" -H 'Accept: text/event-stream' \
  -H 'Content-Type: application/json' -d "$changes" >"$heard" &
trap 'kill $! 2>/dev/null || true; rm -f "$heard"' EXIT
wait_for() {
  for _ in $(seq 300); do [ "$(grep -c "$1" "$heard")" -lt "$2" ] || return 0; sleep 0.1; done
  echo "heard nothing of $1" >&2
  exit 1
}
wait_for '"reset":true' 1

# One person. With an Idempotency-Key the same request can be sent again after a lost answer: it has one effect, and one answer.
add=$(body 'mutation ($input: AddParticipantInput!) { addParticipant(input: $input) {
  participant { id contact { email } } errors { code message path } } }' \
  "{\"input\": {\"orderId\": \"$order\", \"contact\": {\"email\": \"curl.$(date +%s%N)@clients.example\", \"firstName\": \"Ada\"}, \"consent\": \"CONFIRMED\"}}")
key="Idempotency-Key: $(date +%s%N)"
for try in first again; do
  send -H 'Content-Type: application/json' -H "$key" -d "$add" |
    pick 'print("added:", data["addParticipant"]["participant"]["contact"]["email"])' | sed "s/$/ ($try)/"
done
wait_for '"addedCount":1' 1
send -H 'Content-Type: application/json' -d "$add" | refusals addParticipant

# A file, by the multipart request specification: operations, map, and the file itself.
if [ $# -gt 0 ]; then
  import=$(send -F operations="$(body 'mutation ($input: UploadContactsInput!) { uploadContacts(input: $input) {
      contactImport { id columns { index suggestedField } } errors { code message path } } }' \
    "{\"input\": {\"contactListId\": \"$list\", \"consent\": \"CONFIRMED\", \"file\": null}}")" \
    -F map='{"file": ["variables.input.file"]}' -F "file=@$1")
  start=$(pick '
import json
found = data["uploadContacts"]["contactImport"]
mapping = [{"column": each["index"], "field": each["suggestedField"]} for each in found["columns"] if each["suggestedField"]]
print(json.dumps({"input": {"importId": found["id"], "mapping": mapping}}))' <<<"$import")
  body 'mutation ($input: StartImportInput!) { startImport(input: $input) { errors { code message path } } }' "$start" |
    send -H 'Content-Type: application/json' -d @- | refusals startImport
  # importProgress ends when the import does, and so does curl.
  end=$(body 'subscription ($id: ID!) { importProgress(importId: $id) { status addedRows failedRowCount } }' \
    "{\"id\": $(pick 'import json; print(json.dumps(data["uploadContacts"]["contactImport"]["id"]))' <<<"$import")}" |
    send -N -H 'Accept: text/event-stream' -H 'Content-Type: application/json' -d @- | grep '^data: {' | tail -1)
  echo "$end"
  [[ $end == *'"addedRows":0'* ]] || wait_for '"addedCount":[1-9]' 2
fi
grep '^data: {' "$heard"
