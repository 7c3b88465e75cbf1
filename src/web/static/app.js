/**
 * What pages do beyond links and forms: copying a letter, keys, and uploads with progress that go on where they broke
 * off. Every page works without it.
 */

document.documentElement.classList.add("scripted");
for (const one of document.querySelectorAll("[data-with-script], [data-drop-words]")) one.hidden = false;

// Notifications, where this browser has them switched on

const { news } = document.currentScript.dataset;
if (news !== undefined && localStorage.getItem("news") === "on") import(news);

// Copying

const showCopyButtons = (root) => {
  for (const button of root.querySelectorAll("[data-copy]")) button.hidden = false;
};
showCopyButtons(document);
document.addEventListener("htmx:afterSettle", () => {
  showCopyButtons(document);
  // Only one of a group may be open, and the old list was still there when the new one came: its first was shut.
  const list = document.querySelector("#list .items");
  if (list !== null && list.querySelector(".item > details[open]") === null) {
    list.querySelector(".item > details").open = true;
  }
});

const copiedMs = 1800;

document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-copy]");
  if (button === null) return;
  await copyText(document.getElementById(button.dataset.copy));
  const words = button.querySelector("span");
  words.dataset.usual ??= words.textContent;
  words.textContent = "Copied";
  setTimeout(() => {
    words.textContent = words.dataset.usual;
  }, copiedMs);
});

/** The clipboard is there only on https and on this computer; elsewhere the text is selected, ready for Ctrl-C. */
async function copyText(element) {
  if (navigator.clipboard !== undefined) return navigator.clipboard.writeText(element.textContent);
  const selection = getSelection();
  selection.selectAllChildren(element);
  document.execCommand("copy");
}

// Letters ticked to be approved together: the button says how many

const several = document.querySelector("[data-several]");
if (several !== null) {
  const words = several.querySelector("[data-several-words]");
  const button = words.closest("button");
  const count = () => {
    const ticked = document.querySelectorAll("[data-tick]:checked").length;
    words.textContent = ticked > 1 ? `Approve the ${ticked} ticked letters` : "Approve the ticked letter";
    button.disabled = ticked === 0;
  };
  document.addEventListener("change", count);
  document.addEventListener("htmx:afterSettle", count);
  count();
}

// Opening what an address names: after a form the page comes back to the same person.

function openNamed() {
  const named = location.hash.length > 1 ? document.getElementById(location.hash.slice(1)) : null;
  const details = named?.matches("details") ? named : named?.querySelector("details");
  if (details) {
    for (let one = details; one; one = one.parentElement?.closest("details")) one.open = true;
    named.scrollIntoView({ block: "nearest" });
  }
}
openNamed();
addEventListener("hashchange", openNamed);

// Keys

const lines = () => [...document.querySelectorAll(".item > details > summary, [data-item]")];
const openItem = () =>
  document.activeElement?.closest(".item, [data-item]") ?? document.querySelector(".item:has(> details[open])");

function move(step) {
  const all = lines();
  const here = all.indexOf(
    document.activeElement?.closest(".item")?.querySelector("summary") ?? document.activeElement,
  );
  const next = all[here < 0 ? 0 : Math.min(all.length - 1, Math.max(0, here + step))];
  next?.focus();
  next?.scrollIntoView({ block: "nearest" });
}

/** Nothing is done to what is folded: it is opened first, to be read. */
const within = (act) => () => {
  const item = openItem() ?? document.querySelector(".one-letter");
  const folded = item?.querySelector(":scope > details:not([open])");
  if (folded) folded.open = true;
  else if (item) act(item);
};
const decide = (selector) => within((item) => item.querySelector(selector)?.click());
const press = (selector) => () => openItem()?.querySelector(selector)?.click();

/** Opens a fold, or shuts it again, and goes to where one writes or says so. */
const unfold = (selector, target) =>
  within((item) => {
    const fold = item.querySelector(selector);
    if (fold === null) return;
    fold.open = !fold.open;
    (fold.open ? fold.querySelector(target) : fold.querySelector("summary"))?.focus();
  });

const keyActions = {
  j: () => move(1),
  k: () => move(-1),
  a: decide("[data-approve]"),
  e: unfold("[data-edit]", "textarea"),
  t: unfold("[data-times]", "summary"),
  s: decide("[data-snooze]"),
  x: decide("[data-skip]"),
  // It ends everything with a person, so that the key only leads to the button.
  n: unfold("[data-not-now]", "[data-never]"),
  u: () => document.querySelector("[data-undo]")?.click(),
  c: press("[data-copy]"),
  m: press("[data-mail]"),
  p: press("[data-person]"),
  "/": () => document.querySelector("[data-search]")?.focus(),
  "?": () => document.getElementById("keys")?.showModal(),
};

/** Arrows lead from the search into its rows, along them, and back. Says whether they did. */
function goAlongRows({ key, target }) {
  const step = key === "ArrowDown" ? 1 : key === "ArrowUp" ? -1 : 0;
  const search = document.querySelector("[data-search]");
  if (step === 0 || search === null || !(target === search || target.matches("[data-item]"))) return false;
  if (step < 0 && target === lines()[0]) search.focus();
  else if (target === search && step > 0) lines()[0]?.focus();
  else if (target !== search) move(step);
  return true;
}

const leaderMs = 1200;
let leaderUntil = 0;

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "Escape" && event.target.matches("input, textarea")) {
    // The browser would empty a search too; leaving the field is enough.
    event.preventDefault();
    return event.target.blur();
  }
  if (goAlongRows(event)) return event.preventDefault();
  if (event.target.closest("input, textarea, select, dialog")) return;
  if (event.timeStamp < leaderUntil) {
    leaderUntil = 0;
    return document.querySelector(`[data-go="${CSS.escape(event.key)}"]`)?.click();
  }
  if (event.key === "g") {
    leaderUntil = event.timeStamp + leaderMs;
    return;
  }
  const act = keyActions[event.key];
  if (act === undefined) return;
  event.preventDefault();
  act();
});

document.querySelector("[data-keys]")?.addEventListener("click", (event) => {
  event.preventDefault();
  keyActions["?"]();
});

// The week: what is pointed at, or reached by keys, tells why in one place

const readout = document.querySelector("[data-readout]");
if (readout !== null) {
  readout.hidden = false;
  const tell = (event) => {
    const time = event.target.closest?.("[data-why]");
    if (time) readout.textContent = time.getAttribute("aria-label");
  };
  document.addEventListener("pointerover", tell);
  document.addEventListener("focusin", tell);
}

// The sitting's timer: the server knows how long it ran, here the minutes only move

const timer = document.querySelector("[data-timer][data-running]");
if (timer !== null) {
  const { spent, budget } = timer.dataset;
  const shownSince = performance.now();
  const bar = timer.parentElement.querySelector("progress");
  const move = () => {
    const seconds = Number(spent) + (performance.now() - shownSince) / 1000;
    timer.textContent = `${Math.floor(seconds / 60)} of ${budget / 60} minutes`;
    bar.value = Math.min(seconds, budget);
    // The page says "enough for today" itself.
    if (seconds >= budget) return location.reload();
    setTimeout(move, 5_000);
  };
  move();
}

document.querySelector("[data-print]")?.addEventListener("click", () => print());

// Uploads

const pieceBytes = 4 * 1024 * 1024;
const triesMax = 4;
const atATime = 3;

const form = document.getElementById("upload");
if (form !== null) {
  for (const input of form.querySelectorAll("input[type=file]")) {
    input.disabled = false;
    input.addEventListener("change", () => {
      takeFiles([...input.files].map((file) => ({ file, name: file.webkitRelativePath || file.name })));
      input.value = "";
    });
  }
  form.addEventListener("dragover", (event) => {
    event.preventDefault();
    form.classList.add("over");
  });
  form.addEventListener("dragleave", () => form.classList.remove("over"));
  form.addEventListener("drop", async (event) => {
    event.preventDefault();
    form.classList.remove("over");
    const entries = [...event.dataTransfer.items].map((item) => item.webkitGetAsEntry()).filter(Boolean);
    takeFiles((await Promise.all(entries.map(filesOf))).flat());
  });
}

/** The files of a dropped file or folder, with their paths. A folder is handed out in portions until one is empty. */
async function filesOf(entry) {
  const name = entry.fullPath.replace(/^\//, "");
  if (entry.isFile) return [{ file: await new Promise((done, failed) => entry.file(done, failed)), name }];
  const reader = entry.createReader();
  const found = [];
  for (;;) {
    const portion = await new Promise((done, failed) => reader.readEntries(done, failed));
    if (portion.length === 0) return found;
    for (const one of portion) found.push(...(await filesOf(one)));
  }
}

async function takeFiles(files) {
  // Hidden files (.DS_Store and the like) are nobody's mail.
  const waiting = files.filter(({ name }) => !name.split("/").some((part) => part.startsWith(".")));
  const line = addLine(waiting);
  const leaving = (event) => event.preventDefault();
  addEventListener("beforeunload", leaving);
  const queue = [...waiting];
  await Promise.all(Array.from({ length: atATime }, () => takeNext(queue, line)));
  removeEventListener("beforeunload", leaving);
  line.end();
  await htmx.ajax("GET", "/import/tray", { target: "#tray", swap: "outerHTML" });
}

async function takeNext(queue, line) {
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    try {
      await send(next, line);
    } catch (error) {
      line.say(`${next.name}: ${error.message}`);
    }
  }
}

/** One line for one choice of files, however many they are. */
function addLine(files) {
  const total = files.reduce((sum, { file }) => sum + file.size, 0);
  const line = document.createElement("li");
  const words = document.createElement("span");
  const bar = document.createElement("progress");
  bar.max = Math.max(1, total);
  bar.value = 0;
  line.append(words, bar);
  document.querySelector("[data-uploads]").append(line);
  const name = files.length === 1 ? files[0].name : `${files.length} files`;
  const done = new Map();
  const troubles = [];
  const show = () => {
    bar.value = [...done.values()].reduce((sum, bytes) => sum + bytes, 0);
    words.textContent = `${name}: ${Math.floor((bar.value / bar.max) * 100)} %`;
  };
  bar.setAttribute("aria-label", `Upload of ${name}`);
  show();
  return {
    at(file, bytes) {
      done.set(file, bytes);
      show();
    },
    say(trouble) {
      troubles.push(trouble);
    },
    end() {
      if (troubles.length === 0) return line.remove();
      bar.remove();
      words.textContent = troubles.join(" ");
      words.className = "trouble";
    },
  };
}

async function send({ file, name }, line) {
  const path = form.dataset.upload + name.split("/").map(encodeURIComponent).join("/");
  if (globalThis.crypto?.subtle === undefined) return put(path, file, {}, (sent) => line.at(file, sent));
  const print = await printOf(file, name);
  const look = await fetch(`${path}?${new URLSearchParams({ print, bytes: file.size })}`, { method: "HEAD" });
  let offset = Number(look.headers.get("Upload-Offset") ?? 0);
  let tries = 0;
  if (offset === file.size && file.size > 0) return line.at(file, file.size);
  while (offset < file.size || file.size === 0) {
    const piece = file.slice(offset, offset + pieceBytes);
    const headers = {
      ...(file.size > 0 && { "Content-Range": `bytes ${offset}-${offset + piece.size - 1}/${file.size}` }),
      "Content-Digest": `sha-256=:${base64(await sha256(await piece.arrayBuffer()))}:`,
    };
    const from = offset;
    const answer = await put(`${path}?print=${print}`, piece, headers, (sent) => line.at(file, from + sent)).catch(
      (error) => {
        if (error.isFinal) throw error;
        return undefined;
      },
    );
    if (answer?.status === 201) return line.at(file, file.size);
    if (answer?.offset !== undefined && answer.offset !== from) {
      offset = answer.offset;
      tries = 0;
      continue;
    }
    // The line broke, or the piece was damaged: look how far it is and go on from there.
    tries += 1;
    if (tries > triesMax) throw new Error("the upload broke off. Choose the file again and it goes on from there.");
    await new Promise((done) => setTimeout(done, 500 * 2 ** tries));
    const again = await fetch(`${path}?${new URLSearchParams({ print, bytes: file.size })}`, { method: "HEAD" }).catch(
      () => undefined,
    );
    offset = Number(again?.headers.get("Upload-Offset") ?? offset);
  }
}

/** XMLHttpRequest, since fetch does not tell how far an upload is. */
function put(path, body, headers, onProgress) {
  return new Promise((done, failed) => {
    const request = new XMLHttpRequest();
    request.open("PUT", path);
    request.setRequestHeader("X-Form-Token", form.elements.form_token.value);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.upload.onprogress = (event) => onProgress(event.loaded);
    request.onload = () => {
      const { status } = request;
      if (status === 201) return done({ status });
      const offset = request.getResponseHeader("Upload-Offset");
      if (offset !== null) return done({ status, offset: Number(offset) });
      const refusal =
        status === 401 || status === 403
          ? "you are not signed in any more; load the page again."
          : request.responseText;
      failed(Object.assign(new Error(refusal), { isFinal: status < 500 || status === 507 }));
    };
    request.onerror = () => failed(new Error("the connection broke."));
    request.send(body);
  });
}

/** What the file is, without reading all of it: name, size, date, and both ends. */
async function printOf(file, name) {
  const end = 256 * 1024;
  const ends = await new Blob([file.slice(0, end), file.slice(-end)]).arrayBuffer();
  const facts = new TextEncoder().encode(`${name}\n${file.size}\n${file.lastModified}\n${hex(await sha256(ends))}`);
  return hex(await sha256(facts));
}

const sha256 = (bytes) => crypto.subtle.digest("SHA-256", bytes);
const hex = (bytes) => [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
const base64 = (bytes) => btoa(String.fromCharCode(...new Uint8Array(bytes)));
