/** Headers of every answer. Nothing inline, nothing foreign, no framing, no referrer; pages are never stored. */
import { secureHeaders } from "hono/secure-headers";
import type { Guard } from "./context.ts";
import { isOverHttps } from "./door.ts";

const hstsSeconds = 180 * 24 * 3600;

/** Powers of the browser that no page of ours uses. */
const unused = ["accelerometer", "camera", "geolocation", "gyroscope", "magnetometer", "microphone", "payment", "usb"];

const always = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'"],
    connectSrc: ["'self'"],
    manifestSrc: ["'self'"],
    workerSrc: ["'self'"],
    formAction: ["'self'"],
    baseUri: ["'none'"],
    frameAncestors: ["'none'"],
  },
  referrerPolicy: "no-referrer",
  xFrameOptions: "DENY",
  strictTransportSecurity: false,
  xDownloadOptions: false,
  permissionsPolicy: Object.fromEntries(unused.map((power) => [power, []])),
});

export const securityHeaders: Guard = async (ask, next) => {
  if (isOverHttps(ask)) ask.header("Strict-Transport-Security", `max-age=${hstsSeconds}`);
  await always(ask, next);
  if (!ask.res.headers.has("Cache-Control")) ask.header("Cache-Control", "no-store");
};
