/** A plain page for what is refused or not there: it needs nothing but the style. */
import { html } from "hono/html";
import type { Assets } from "../assets.ts";
import type { Html } from "./html.ts";

export const refusedPage = (
  assets: Assets,
  { title, text }: { title: string; text: string },
): Html => html`<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <title>${title} · Rapport</title>
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  <link rel="stylesheet" href="${assets.path("app.css")}">
</head>
<body class="out">
  <main id="main" class="door">
    <img src="${assets.path("mark.svg")}" alt="" width="44" height="44">
    <h1>${title}</h1>
    <p>${text}</p>
    <p><a href="/">To the first page</a></p>
  </main>
</body>
</html>`;
