/** The start: people who are asked for their consent get a small page of their own, everybody else the dashboard. */
import "./index.css";

if (globalThis.location.pathname.startsWith("/consent/")) void import("./consent/start");
else void import("./start");
