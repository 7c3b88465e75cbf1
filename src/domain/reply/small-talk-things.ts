import { alternativesOf } from "./role.ts";

/** What is asked for beside a meeting, in four languages; "send me other times" asks for something else. */
export const thing = alternativesOf(`
  link|address|invite|invitation|details|directions|number|agenda|deck|docs?|documents?|location|pin|dial-?in|zoom
  teams|meet|info|information|slides|coordinates|postcode|instructions|files?|report|brochure|materials?
  calendar (?:invite|entry|invitation)|adresse|einladung|zugangsdaten|zugang|einwahldaten|unterlagen|nummer|anfahrt
  wegbeschreibung|präsentation|kalendereintrag|termineinladung|lien|invit'?|numéro|coordonnées|infos?|informations
  plan|documents?|présentation|code|enlace|direcci[oó]n|ubicación|invitación|datos|número|presentación|documentos?
  agenda|convocatoria|mapa|liga
`);
