/**
 * Shows notifications where a page may not by itself, as on Android, and opens the page behind them. Registered once the owner asked
 * to be told; it hears no request and keeps nothing.
 */

self.addEventListener("install", () => self.skipWaiting());

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(openPage());
});

/** A page that is open already leads on by itself: a worker may send only pages that were opened under it. */
async function openPage() {
  const [open] = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  if (open === undefined) return self.clients.openWindow("/");
  open.postMessage("open");
  return open.focus();
}
