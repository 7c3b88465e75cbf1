import { expect, test } from "vitest";
import { isClause } from "../../../src/domain/contact/why-met.ts";

test.each([
  "we both sell to small shops",
  "Because we both sell shoes",
  "I want to learn from her",
  "he's hiring",
  "they’re hiring",
  "she moves to Lyon",
  "you said you would send the deck",
  "there are jobs",
  "wir verkaufen beide Schuhe",
  "weil ich von ihr lernen will",
  "Ich will von ihr lernen",
  "sie zieht nach Lyon",
  "du suchst Leute",
  "ihr verkauft Schuhe",
  "nous vendons tous les deux",
  "parce que nous vendons",
  "j'aime son travail",
  "on travaille ensemble",
  "elle ouvre une boutique",
  "tu cherches des gens",
  "vendemos los dos a tiendas",
  "los dos vendemos zapatos",
  "ella abre una tienda",
  "porque yo busco gente",
])("“%s” is a sentence, and stands behind no “about” (R3)", (text) => {
  expect(isClause(text)).toBe(true);
});

test.each([
  "hiring analysts",
  "how your new team is doing",
  "what we both sell",
  "whether she moves",
  "the harbour that they plan",
  "on hiring analysts",
  "you and I",
  "we two",
  "this year's fair",
  "it",
  "ihr neues Team",
  "Ihr letztes Buch",
  "Sie und ich",
  "wie es dem Team geht",
  "Wein und Käse",
  "nous deux",
  "elle et moi",
  "comment va votre équipe",
  "ce que vous vendez",
  "du vin rouge",
  "tu nuevo equipo",
  "él y yo",
  "los dos proyectos",
  "cómo va tu equipo",
  "lo que vendéis",
])("“%s” is a thing to talk about", (text) => {
  expect(isClause(text)).toBe(false);
});
