/**
 * Notifications of this browser, while a page of ours is open in it. Loaded where they are switched on, and on the settings page,
 * where they are. They go through nobody: the page asks its own server once a minute, and the browser shows what it answers.
 */

const wish = "news";
const told = "news-told";
const everyMs = 60_000;
const mayTell = () => isSecureContext && "Notification" in window && Notification.permission === "granted";

/** Other tabs ask too: what one of them was told is not told again. */
async function ask() {
  if (localStorage.getItem(wish) !== "on" || !mayTell()) return;
  const since = localStorage.getItem(told);
  const query = since === null ? "" : `?${new URLSearchParams({ since })}`;
  const answer = await fetch(`/news${query}`, { redirect: "manual", cache: "no-store" }).catch(() => undefined);
  if (answer?.status !== 200 || localStorage.getItem(told) !== since) return;
  const { says, at } = await answer.json();
  localStorage.setItem(told, at);
  await tell("Rapport", { body: says, tag: "rapport", icon: icon() });
}

/** By the worker, as a phone lets no page tell by itself; by the page where none may be had, as under a certificate of one's own. */
async function tell(title, options) {
  const registration = await registered().catch(() => undefined);
  if (registration !== undefined) return registration.showNotification(title, options);
  const notification = new Notification(title, options);
  notification.addEventListener("click", () => {
    window.focus();
    openPage();
  });
}

/** Only after the owner's press. */
async function registered() {
  await workers.register("/news-worker.js");
  return workers.ready;
}

const workers = navigator.serviceWorker;
const openPage = () => location.assign("/");
workers?.addEventListener("message", ({ data }) => data === "open" && openPage());
workers?.startMessages();

const icon = () => document.querySelector("link[rel=icon]")?.href;

// The switch

const panel = document.querySelector("[data-news-panel]");
if (panel !== null) {
  const button = panel.querySelector("button");
  const words = panel.querySelector("[data-news-words]");
  const show = () => {
    const isOn = localStorage.getItem(wish) === "on" && mayTell();
    const isRefused = !isSecureContext || !("Notification" in window) || Notification.permission === "denied";
    button.hidden = isRefused && !isOn;
    button.textContent = isOn ? "Stop telling me" : "Tell me in this browser";
    words.textContent = isOn ? panel.dataset.on : isRefused ? panel.dataset.refused : panel.dataset.off;
  };
  button.addEventListener("click", async () => {
    if (localStorage.getItem(wish) === "on" && mayTell()) {
      localStorage.removeItem(wish);
      localStorage.removeItem(told);
      await (await workers?.getRegistration("/"))?.unregister();
    } else if ((await Notification.requestPermission()) === "granted") {
      localStorage.setItem(wish, "on");
      await ask();
    }
    show();
  });
  panel.hidden = false;
  show();
}

setInterval(ask, everyMs);
ask();
