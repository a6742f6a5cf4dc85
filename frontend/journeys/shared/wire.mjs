import { connect, createServer } from "node:net";
import { BASE_URL } from "../browser.mjs";

/** A way to the server that can be cut: every connection breaks, and new ones are refused. */
export function wire() {
  const { hostname, port: to } = new URL(BASE_URL);
  const open = new Set();
  const carry = (near) => {
    const far = connect(Number(to), hostname);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ]) {
      open.add(one);
      one.pipe(other);
      one.on("error", () => other.destroy());
      one.on("close", () => {
        open.delete(one);
        other.destroy();
      });
    }
  };
  let server;
  let port = 0;
  const mend = () =>
    new Promise((resolve) => {
      server = createServer(carry).listen(port, "127.0.0.1", () => {
        port = server.address().port;
        // A step that fails must not leave the line holding up the end.
        server.unref();
        resolve();
      });
    });
  const cut = () => {
    server.close();
    for (const socket of open) socket.destroy();
  };
  return { mend, cut, url: () => `http://127.0.0.1:${port}` };
}
