/** Countries by name and by telephone prefix, as ISO 3166 alpha-2 codes. */
import { plainName } from "./city.ts";

/** The country that a text names in one of the languages below, or that it is the code of (`FR`). */
export function countryNamed(text: string): string | undefined {
  names ??= readNames();
  return names.get(plainName(text));
}

/**
 * The country of an international number (`+33 1 23 45 67 89`, `0033…`). A national number says nothing.
 * The mobile networks of a country may be used anywhere: weak evidence of where somebody is.
 */
export function countryOfPhone(number: string): string | undefined {
  const compact = number.replace(/[^\d+]/g, "");
  const digits = compact.startsWith("+") ? compact.slice(1) : compact.startsWith("00") ? compact.slice(2) : undefined;
  if (digits === undefined || digits.length < 7 || digits.length > 15 || digits.includes("+")) return undefined;
  if (digits.startsWith("1")) return northAmerican(digits);
  for (const length of [3, 2, 1]) {
    const country = prefixes.get(digits.slice(0, length));
    if (country !== undefined) return country === "RU" && /^7[67]/.test(digits) ? "KZ" : country;
  }
  return undefined;
}

const languages = ["en", "fr", "de", "es", "it", "nl", "pt"];
const alsoCalled: Readonly<Record<string, string>> = {
  uk: "GB",
  "great britain": "GB",
  england: "GB",
  scotland: "GB",
  wales: "GB",
  usa: "US",
  "u s a": "US",
  america: "US",
  holland: "NL",
  "czech republic": "CZ",
  uae: "AE",
  korea: "KR",
};

let names: ReadonlyMap<string, string> | undefined;
function readNames(): ReadonlyMap<string, string> {
  const codes = [...new Set([...prefixes.values(), "US", "CA", "DO", "JM", "PR", "TT", "BS", "BB"])];
  const spoken = languages.flatMap((language) => {
    const said = new Intl.DisplayNames(language, { type: "region" });
    return codes.map((code): [string, string] => [plainName(said.of(code) ?? code), code]);
  });
  return new Map([
    ...codes.map((code): [string, string] => [code.toLowerCase(), code]),
    ...spoken,
    ...Object.entries(alsoCalled),
  ]);
}

/** Inside +1 the next three digits tell the country; those not listed are the United States. */
function northAmerican(digits: string): string | undefined {
  if (digits.length !== 11) return undefined;
  const area = digits.slice(1, 4);
  for (const [country, areas] of northAmericanAreas) if (areas.includes(area)) return country;
  return "US";
}

const northAmericanAreas: readonly (readonly [string, string])[] = [
  [
    "CA",
    "204 226 236 249 250 257 263 289 306 343 354 365 367 368 382 387 403 416 418 428 431 437 438 450 460 468 474 506 514 519 548 579 581 584 587 604 613 639 647 672 683 705 709 742 753 778 780 782 807 819 825 867 873 879 902 905",
  ],
  ["DO", "809 829 849"],
  ["PR", "787 939"],
  ["JM", "658 876"],
  ["TT", "868"],
  ["BS", "242"],
  ["BB", "246"],
];

/** ITU calling codes and the country that most of their numbers belong to. */
const callingCodes =
  "7 RU 20 EG 27 ZA 30 GR 31 NL 32 BE 33 FR 34 ES 36 HU 39 IT 40 RO 41 CH 43 AT 44 GB 45 DK 46 SE 47 NO 48 PL 49 DE " +
  "51 PE 52 MX 53 CU 54 AR 55 BR 56 CL 57 CO 58 VE 60 MY 61 AU 62 ID 63 PH 64 NZ 65 SG 66 TH 81 JP 82 KR 84 VN 86 CN " +
  "90 TR 91 IN 92 PK 93 AF 94 LK 95 MM 98 IR 211 SS 212 MA 213 DZ 216 TN 218 LY 220 GM 221 SN 222 MR 223 ML 224 GN " +
  "225 CI 226 BF 227 NE 228 TG 229 BJ 230 MU 231 LR 232 SL 233 GH 234 NG 235 TD 236 CF 237 CM 238 CV 239 ST 240 GQ " +
  "241 GA 242 CG 243 CD 244 AO 245 GW 248 SC 249 SD 250 RW 251 ET 252 SO 253 DJ 254 KE 255 TZ 256 UG 257 BI 258 MZ " +
  "260 ZM 261 MG 262 RE 263 ZW 264 NA 265 MW 266 LS 267 BW 268 SZ 269 KM 291 ER 297 AW 298 FO 299 GL 350 GI 351 PT " +
  "352 LU 353 IE 354 IS 355 AL 356 MT 357 CY 358 FI 359 BG 370 LT 371 LV 372 EE 373 MD 374 AM 375 BY 376 AD 377 MC " +
  "378 SM 380 UA 381 RS 382 ME 383 XK 385 HR 386 SI 387 BA 389 MK 420 CZ 421 SK 423 LI 501 BZ 502 GT 503 SV 504 HN " +
  "505 NI 506 CR 507 PA 509 HT 590 GP 591 BO 592 GY 593 EC 594 GF 595 PY 596 MQ 597 SR 598 UY 599 CW 670 TL 673 BN " +
  "674 NR 675 PG 676 TO 677 SB 678 VU 679 FJ 680 PW 682 CK 685 WS 686 KI 687 NC 688 TV 689 PF 691 FM 692 MH 850 KP " +
  "852 HK 853 MO 855 KH 856 LA 880 BD 886 TW 960 MV 961 LB 962 JO 963 SY 964 IQ 965 KW 966 SA 967 YE 968 OM 970 PS " +
  "971 AE 972 IL 973 BH 974 QA 975 BT 976 MN 977 NP 992 TJ 993 TM 994 AZ 995 GE 996 KG 998 UZ";

const prefixes: ReadonlyMap<string, string> = new Map(
  Array.from(callingCodes.matchAll(/(\d+) ([A-Z]{2})/g), ([, prefix = "", country = ""]) => [prefix, country]),
);
