/**
 * Words that name a machine or a desk instead of a person, as whole words of a local part or display name.
 * English, French, German, Spanish, Italian, Portuguese, Dutch and Polish. Lower case, accents removed.
 */

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Written without separators and looked for anywhere in the squeezed local part: too long to be part of a name. */
export const neverAnswers: readonly string[] = [
  "noreply",
  "noreplies",
  "donotreply",
  "dontreply",
  "donotrespond",
  "noresponse",
  "unattended",
  "nepasrepondre",
  "sansreponse",
  "nichtantworten",
  "keineantwort",
  "noresponder",
  "norespondas",
  "sinrespuesta",
  "nonrispondere",
  "noreplay",
  "naoresponda",
  "naoresponder",
  "nietbeantwoorden",
  "nietantwoorden",
  "geenantwoord",
  "nieodpowiadaj",
  "nieodpisuj",
  "mailerdaemon",
  "noaddress",
  "undisclosedrecipients",
  "unlistedrecipients",
];

/** Senders that are programs whatever else the address says. */
export const machineWords = words(`
  newsletter newsletters newsletterr mailing mailings maillist mailer mailman daemon bounce bounces bounced
  notification notifications notifier notify notice notices alert alerts alerting automailer autoreply autoresponder
  automated automatic automatisch automatique automatico robot robots bot cron root nobody system systems
  listserv listserve majordomo majordom subscribe unsubscribe subscription subscriptions
  digest updates update reminder reminders announce announcement announcements broadcast marketing promo promos promotion
  promotions offers deals invitations invitation invites ecard evite receipts receipt invoicing shipment shipping tracking
  voicemail fax scanner printer copier wordpress nagios zabbix grafana sentry logwatch svn cvs git ftp www apache backup
  backups wiki crm erp sap bugzilla redmine trac confluence sharepoint zendesk freshdesk mailchimp hubspot weekly monthly
  mailbot devnull dmarc report reports overdue ebill ebilling concierge itinerary itineraries
  delivery confirm confirmation confirmations verification verify registration statements estatement statement
  survey surveys feedback calendar notetaker workflow jira github gitlab jenkins
  infolettre lettre bulletin notifications avis alertes alerte rappel rappels automate abonnement abonnements
  benachrichtigung benachrichtigungen mitteilung mitteilungen hinweis erinnerung rundbrief rundschreiben versand
  boletin boletines notificacion notificaciones aviso avisos alerta alertas recordatorio suscripcion suscripciones
  promociones ofertas encuesta
  notifica notifiche avviso avvisi promemoria iscrizione iscrizioni promozioni offerte
  notificacao notificacoes lembrete lembretes assinatura promocoes pesquisa
  nieuwsbrief nieuwsbrieven melding meldingen herinnering abonnementen aanbiedingen
  powiadomienie powiadomienia biuletyn przypomnienie subskrypcja oferty promocje`);

/** Shared desks: nobody in particular reads them, though a person may answer from one. */
export const deskWords = words(`
  info infos information contact contacts contactus hello hallo hey hi welcome enquiries enquiry inquiries inquiry
  office mail email general admin administrator administration helpdesk help support supports service services
  servicedesk customerservice customercare customer customers care client clients sales orders order billing accounts
  accounting accountspayable payable payables receivable finance payroll payment payments invoice invoices bookings booking
  reservations reservation reception frontdesk hr careers career jobs job recruiting recruitment talent hiring press media
  pr news editor editors editorial events event conference conferences team teams staff everyone all group members
  membership member community academy training webinar webinars legal privacy dpo compliance security abuse noc it itsupport
  tech technical facilities store shop webshop online web website partners partner partnerships affiliates affiliate
  account profile research memberservices employees postmaster webmaster hostmaster sysadmin benefits recruiter publications schedule scheduling rewards loyalty
  contacto accueil bonjour secretariat commercial commande commandes facturation facture factures comptabilite
  recrutement emploi equipe presse evenements adherents boutique assistance clientele relationclient rh
  kontakt kundenservice kundendienst kundenbetreuung anfrage anfragen buero sekretariat zentrale vertrieb verkauf
  bestellung bestellungen rechnung rechnungen buchhaltung personal bewerbung presseinfo presse veranstaltungen verein
  redaktion auskunft poststelle verwaltung
  hola oficina soporte ayuda ventas pedidos facturacion facturas contabilidad recursoshumanos empleo prensa eventos
  equipo servicio servicios atencion atencionalcliente cliente clientes tienda reservas informacion
  informazioni ufficio segreteria assistenza supporto vendite ordini fatturazione fatture amministrazione stampa
  prenotazioni negozio servizioclienti
  contato escritorio suporte ajuda vendas pedido faturamento financeiro imprensa atendimento loja sac
  contact kantoor klantenservice klantendienst verkoop bestellingen facturen administratie receptie winkel personeel
  vacatures pers
  hotline order returns parking bills appointment appointments newsdesk gazette delivery deliveries
  termin termine reservierung reservierungen lieferung lieferungen zustellung paket sendung mahnung vertrag sicherheit
  livraison livraisons colis suivi relance paiement paiements compte inscription inscriptions rendezvous rdv
  confirmacion confirmaciones cita citas cuenta pago pagos envio envios entrega entregas
  prenotazione conferma pagamento pagamenti spedizione spedizioni consegna consegne
  entrega conta bestelling betaling betalingen levering pakket afspraak afspraken
  biuro pomoc obsluga sprzedaz zamowienia faktury ksiegowosc rekrutacja praca prasa sklep rezerwacje sekretariat`);

/** Role words long enough to be read at the start or end of a compound: `rechnungsservice`, `newsletterteam`. */
export const compoundWords: readonly string[] = [
  "service",
  "services",
  "support",
  "newsletter",
  "notification",
  "marketing",
  "benachrichtigung",
  "bestaetigung",
  "bestellung",
  "rechnung",
  "nieuwsbrief",
  "notificacion",
  "confirmation",
  "report",
  "reports",
  "alerts",
  "tracking",
  "reservations",
  "reservierung",
  "kundendienst",
];

/** Services whose every message is written by a program on behalf of a network or shop; matched on the brand of the domain. */
export const networkBrands = words(`
  linkedin facebook facebookmail instagram twitter tiktok pinterest snapchat reddit redditmail quora nextdoor xing viadeo
  meetup meetupmail evite eventbrite eventbritemail paperlesspost doodle calendly plaxo classmates zoominfo goodreads
  couchsurfing strava tinder bumble discordapp twitch medium substack tumblr vkontakte myspace orkut hi5 tagged ning
  academia-mail researchgate researchgatemail slideshare glassdoor indeed`);

/** Makers of meeting bots; people work there too, so the brand alone only lowers. */
export const botBrands = words(`
  fireflies otter read fathom avoma gong chorus tldv grain sembly meetgeek airgram krisp supernormal nyota notta laxis
  circleback granola fellow rewatch jamie bluedothq vowel equaltime spinach colibri salesloft zoominfo recall`);

/** How meeting bots name themselves in a local part or display name. */
export const botWords = words(`
  notetaker notetakers notes notebot meetingbot bot assistant fred otter otterpilot pilot copilot recorder recording
  transcript transcripts transcribe transcription scribe minutes invite meetings ai assist`);

/** First labels that bulk senders give to sending domains (`news.shop.example`); they only lower a score. */
export const bulkLabels = words(`
  mail mails mailer mailing mailings email emails e em m news newsletter newsletters nl notify notification notifications
  alerts info updates send sender sending bounce bounces return mkt mktg marketing campaign campaigns click links t go
  reply promo promos offers deals lists list groups post mg sg ses ecomm edm crm connect service smtp delivery relay
  mailout emailing envoi versand`);

/** Words in a display name that an organisation or a role carries and a person does not. */
export const organisationWords = words(`
  inc incorporated llc llp ltd limited plc corp corporation co company gmbh ag kg ug ev eg sarl sas sa sasu eurl spa srl
  sl slu bv nv ab as oy aps lda ltda pty bank airlines airways hotel hotels university college school institute
  foundation association society council committee department dept ministry news newsletter digest daily weekly
  team teams support service services customer customers care help desk helpdesk notification notifications alerts
  updates reminder noreply reply admin administrator webmaster sales marketing billing accounts store shop club
  group press media magazine times journal press editor editors office reception info list announcements events
  community online system mailer daemon subsystem delivery mail equipe verein stadtwerke kundenservice redaktion
  bibliothek universite universitat universidad ecole mairie ville asociacion associazione federation rewards
  jobs careers conference summit webinar podcast academy research labs studio studios solutions technologies
  blog wordpress voicemail your our library utility utilities receipts specials wire quotes market markets records agency
  authority bureau centre center clinic hospital theatre theater cinema museum gallery railway telecom energy electric
  cooperative network channel radio television boutique restaurant bistro pizzeria hostel apartments properties realty
  returns parking client clients kunden motors travel tours rentals express delivery logistics courier parcel consulting partners ventures capital insurance assurance assurances versicherung banque banco`);

/** Letters without accents, lower-cased, so that `Équipe` finds `equipe`. */
export const fold = (text: string): string =>
  asciiOnly.test(text)
    ? text.toLowerCase()
    : text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("ß", "ss").replaceAll("ł", "l");

const asciiOnly = /^[\x00-\x7f]*$/;
