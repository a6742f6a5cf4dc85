import { paintTheme } from "../ui/paintTheme";
import { follow, readToken } from "./page";

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no #root");
// This page keeps no choice of its own: it is as light or dark as the device.
globalThis.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", (event) => paintTheme(event.matches));
void follow(root, readToken(globalThis.location.pathname));
