// Asks the server at the given address all that the GraphQL over HTTP specification's audits ask, and fails where one is not ok.
import { auditServer } from "graphql-http";

const results = await auditServer({ url: process.argv[2] });
const wrong = results.filter((result) => result.status !== "ok");
for (const { id, name, status, reason } of wrong) process.stdout.write(`${status} ${id} ${name}: ${reason}\n`);
process.stdout.write(`${results.length - wrong.length} of ${results.length} ok\n`);
process.exit(wrong.length ? 1 : 0);
