/**
 * Own probe for M4: invented senders in the shapes that mailboxes hold. One a line:
 * `address | display name | messages received | marks` (marks stand on every message). Nothing was ever sent to them, so
 * headers and words are all there is.
 */
import type { AddressEvidence, MachineMark } from "../../../src/domain/contact/evidence.ts";
import { named, seen } from "./evidence.ts";

const short: Readonly<Record<string, MachineMark>> = {
  list: "list_id",
  unsub: "list_headers",
  bulk: "bulk_precedence",
  auto: "auto_generated",
  suppress: "response_suppressed",
  feedback: "feedback_id",
  mailer: "mailer_mark",
  null: "empty_return_path",
  promo: "promotions_label",
  report: "delivery_report",
  mute: "reply_to_no_reply",
};

const read = (lines: string): AddressEvidence[] =>
  lines
    .trim()
    .split("\n")
    .map((line) => {
      const [address = "", name = "", count = "1", marks = ""] = line.split("|").map((part) => part.trim());
      const received = Number(count);
      const found = marks.split(" ").filter((mark) => mark !== "");
      return seen(address, {
        names: name === "" ? [] : named(name),
        received,
        marks: Object.fromEntries(found.map((mark) => [short[mark] ?? mark, received])),
      });
    });

export const machines = read(`
  no-reply@shop.example | Shop | 12 | unsub feedback
  noreply@bank.example | Northern Bank | 30 | auto
  donotreply@airline.example | | 2 |
  newsletter@museum.example | City Museum | 8 | unsub
  hello@brand.example | Brand | 20 | unsub feedback mailer
  team@tool.example | The Tool Team | 6 | unsub mailer
  priya@tool.example | Priya from Tool | 5 | unsub feedback mailer
  sam@startup.example | Sam at Startup | 4 | unsub list mailer bulk
  notifications@forge.example | Bo Lind | 90 | list auto
  notify@boards.example | Ana Ruiz (Boards) | 14 | auto suppress
  calendar-notification@cal.example | Calendar | 40 | auto suppress
  messages-noreply@linkedin.example | Ana Ruiz via LinkedIn | 9 | unsub
  invitations@linkedin.example | Ana Ruiz | 3 | unsub
  updates@xing.example | XING | 12 | unsub
  security@facebookmail.example | Facebook | 4 | unsub
  orders@bookshop.example | The Bookshop | 3 |
  rechnung@telefon.example | Telefon GmbH | 12 |
  rechnungsservice@strom.example | Stromwerke | 4 |
  kundenservice@versand.example | Kundenservice | 3 |
  service-client@boutique.example | Service Client | 3 |
  facturation@mobile.example | Mobile SA | 12 |
  infolettre@ville.example | Ville de Lyon | 8 | unsub
  boletin@diario.example | El Diario | 60 | unsub
  avisos@banco.example | Banco | 22 |
  notificaciones@red.example | Red | 9 | auto
  fatture@energia.example | Energia | 6 |
  nieuwsbrief@winkel.example | De Winkel | 9 | unsub
  powiadomienia@sklep.example | Sklep | 5 |
  atendimento@loja.example | Loja | 2 |
  alerts@monitor.example | Monitor | 300 | auto
  root@server1.example | root | 90 |
  cron@server1.example | Cron Daemon | 400 | auto
  www-data@server1.example | | 9 | auto
  mailer-daemon@mx.example | Mail Delivery Subsystem | 4 | report null
  postmaster@mx.example | Postmaster | 1 | report
  bounces+8817-ab=c@send.example | | 2 | null
  bounce-news-88123@lists.example | News | 5 | list
  b1a9e3f0c2d48817aa@bounce.example | | 1 |
  3a7f19c2d4e8b0a1@reply.market.example | Bo Lind | 1 |
  reply+aeb8fd01@reply.forge.example | Bo Lind | 2 | list
  support@tool.example | Tool Support | 2 | auto
  help@desk.example | Help Desk | 2 | suppress auto
  info@gallery.example | Gallery | 6 |
  info@restaurant.example | | 1 |
  contact@agence.example | Agence | 3 |
  office@club.example | | 4 |
  billing@host.example | Host Billing | 12 |
  invoices@host.example | | 12 |
  receipts@pay.example | Pay | 14 |
  shipment-tracking@parcel.example | Parcel | 7 |
  auto-confirm@store.example | Store | 9 |
  survey@research.example | Research | 2 | unsub
  events@chamber.example | Chamber of Commerce | 9 | unsub
  webinar@vendor.example | Vendor Webinars | 4 | mailer
  jobs@portal.example | Job Portal | 30 | unsub bulk
  job-alerts@portal.example | | 30 | unsub
  marketing@vendor.example | Vendor | 5 |
  promo@news.store.example | Store | 40 | unsub promo
  deals@email.store.example | Store Deals | 40 | promo
  store@e.store.example | Store | 40 | unsub
  spotty@music.example | Spotty | 8 | unsub
  music@music.example | Music | 8 |
  digest@forum.example | Forum Digest | 50 | list bulk
  discuss@lists.forum.example | Forum | 50 | list
  owner-discuss@lists.forum.example | | 3 | list
  discuss-request@lists.forum.example | | 1 | list auto
  majordomo@lists.forum.example | | 1 |
  listserv@lists.uni.example | | 1 |
  announcements.house@house.example | House Announcements | 40 |
  no.address@house.example | | 20 |
  hr.benefits@house.example | HR Benefits | 8 |
  it.helpdesk@house.example | IT Helpdesk | 8 |
  facilities@house.example | Facilities | 5 |
  all.employees@house.example | | 3 |
  enewsletter@weekly.example | Weekly | 50 |
  dailynews@weekly.example | Daily News | 90 | unsub
  editor@weekly.example | The Weekly | 30 | unsub
  press@agency.example | Agency Press | 3 | unsub
  webmaster@site.example | | 1 |
  admin@site.example | Site Admin | 2 |
  wordpress@blog.example | My Blog | 7 |
  jira@tracker.example | Bo Lind (JIRA) | 70 | auto
  builds@ci.example | CI | 200 | auto
  scanner@office.example | Scanner 2nd floor | 6 |
  voicemail@phone.example | Voicemail | 10 |
  fax@phone.example | Fax | 3 |
  drive-shares-noreply@docs.example | Ana Ruiz (via Docs) | 8 |
  comments-noreply@docs.example | Ana Ruiz (Google Docs) | 12 |
  meet-recordings@meet.example | Meet Recordings | 4 | auto
  fred@fireflies.example | Fred from Fireflies | 9 |
  assistant@otter.example | Otter Assistant | 3 |
  notetaker@read.example | Read | 3 |
  eventbrite@eventbrite.example | Eventbrite | 6 | unsub
  info@meetup.example | Meetup | 30 | unsub
  evite@evite.example | Evite | 1 |
  rewards@card.example | Rewards | 12 | unsub
  estatement@bank.example | Your statement | 12 |
  statements@broker.example | | 12 |
  confirmation@hotel.example | Hotel | 1 |
  reservations@hotel.example | Hotel Reservations | 2 |
  booking@rail.example | Rail | 4 |
  checkin@airline.example | Airline | 2 | auto
  verify@app.example | App | 1 |
  welcome@app.example | App | 1 | mailer
  feedback@app.example | App | 2 |
  legal@app.example | App Legal | 1 | unsub
  customer.service@cable.example | Customer Service | 4 |
  memberservices@union.example | Member Services | 4 |
  subscriptions@journal.example | The Journal | 4 |
  alerte@meteo.example | Météo | 60 |
  rappel@dentiste.example | Cabinet dentaire | 2 |
  mitteilung@amt.example | Stadtverwaltung | 1 |
  keineantwort@amt.example | | 1 |
  versandbestaetigung@laden.example | Laden | 2 | auto
  buchhaltung@firma.example | Buchhaltung | 3 |
  ventas@proveedor.example | Ventas | 3 |
  soporte@app.example | Soporte | 2 |
  abonnement@presse.example | Presse | 5 |
  account-update@streaming.example | Streamly | 3 |
  ship-confirm@megastore.example | Megastore.example | 8 |
  auto-shipping@megastore.example | Megastore | 2 |
  hello@mail.meditate.example | Meditate | 14 | unsub
  concierge@ride.example | Ride Receipts | 30 |
  transactions@wallet.example | Wallet | 20 |
  e.statements@creditunion.example | Credit Union | 12 |
  ebill@water.example | Water Utility | 10 |
  tickets@theatre.example | Theatre Box Office | 2 |
  itinerary@flights.example | Flights | 3 |
  donations@charity.example | Charity | 4 | unsub
  alumni@college.example | College Alumni Office | 12 | unsub
  library@city.example | City Library | 9 |
  overdue@library.example | | 3 |
  noc-alerts@hosting.example | | 44 |
  backup@nas.example | NAS | 200 |
  nagios@ops.example | nagios | 900 |
  svn@repo.example | svn | 300 |
  wiki@corp.example | Corp Wiki | 50 |
  crm@corp.example | | 9 |
  exchange.administrator@corp.example | Exchange Administrator | 4 |
  system.administrator@corp.example | System Administrator | 9 |
  outlook.team@corp.example | Outlook Team | 3 |
  team.weekly@corp.example | | 3 |
  energy-news@wire.example | Energy Wire | 60 |
  dow.alert@markets.example | | 60 |
  quote@markets.example | Market Quotes | 60 | bulk
  deal-of-the-day@outlet.example | Outlet | 60 | unsub promo
  travel@specials.example | Weekend Specials | 12 | bulk
  mike@copyblog.example | Mike at Copyblog | 40 | unsub mailer
  jane@vcnewsletter.example | Jane Roe | 40 | unsub list feedback
  pta-board@groups.example | PTA | 20 | list
  1234567890.abc@parse.example | | 1 |
  msg-9f3a77@talk.example | Lea Park | 4 | auto
  ticket+882@helpdesk.example | Helpdesk | 3 | auto
  commande@livre.example | Livre | 2 |
  mes-factures@telecom.example | Telecom | 12 |
  servicio@banco.example | Banco | 8 |
  kundencenter@bahn.example | Bahn | 5 |
  zustellung@paket.example | Paket | 6 |
  mailbot@survey.example | SurveyRun | 2 |
  clubcard@grocer.example | Clubcard | 9 | unsub
  your.order@pizza.example | Pizza Place | 3 |
  returns@outfit.example | Outfit Returns | 2 |
  parking@city.example | City Parking | 4 |
  school.office@primary.example | Primary School Office | 12 |
  chair@association.example | Association Chair | 8 | list
  gazette@town.example | Town Gazette | 20 | unsub
  dmarc-reports@isp.example | | 60 |
  abuse@isp.example | | 2 |
  hotline@power.example | Power | 3 |
  sicherheit@sparkasse.example | Sparkasse | 5 |
  termine@praxis.example | Praxis | 2 |
  reservierung@gasthof.example | Gasthof | 1 |
  livraison@colis.example | Colis | 8 |
  espace-client@assur.example | Espace Client | 6 |
  inscription@course.example | Course a pied | 2 |
  confirmaciones@vuelos.example | Vuelos | 2 |
  citas@clinica.example | Clinica | 3 |
  prenotazione@albergo.example | Albergo | 1 |
  newsdesk@paper.example | Newsdesk | 40 | bulk
  payroll.dept@works.example | Payroll Dept | 12 |
  plm.system@works.example | PLM System | 200 |
  meetingroom4@works.example | Meeting Room 4 | 3 |
  updates+k2@social.example | Ana Ruiz posted | 70 | auto
  chatter@crmcloud.example | Ana Ruiz | 30 | auto
  e1@e.mail.outlet.example | Outlet | 70 | unsub
  bills@telco.example | Telco | 12 |
  health@insurer.example | Insurer | 2 | mailer
  devnull@site.example | | 1 |
  tracking@parcels.example | Harbour Tracking | 2 |
  servicioalcliente@agua.example | Servicio al Cliente | 2 |
  dmarcreports@mailhost.example | Aggregate Reports | 9 |
  bookings@rowing.example | Rowing Bookings | 1 |
  statements@quay.example | Quay Statements | 4 |
  c_4417@resource.calendar.google.com | Room 4 | 0 |
  team-calendar@group.calendar.google.com | | 0 |
`);

export const people = read(`
  priya.nair@acme.example | Priya Nair | 1 |
  pnair@acme.example | Priya Nair | 3 |
  priya@acme.example | Priya | 2 |
  priya@acme.example | | 1 |
  nairp@acme.example | Nair, Priya | 4 |
  priya.n@acme.example | PRIYA NAIR | 1 |
  jan1987654321@gmail.com | Jan de Vries | 1 |
  bo_lind_77@hotmail.com | bo lind | 2 |
  sunshine2003@yahoo.com | | 1 |
  mueller-hans@web.de | Müller, Hans | 1 |
  h.mueller@firma.example | Hans Müller (Firma GmbH) | 2 |
  marie.dupont@cabinet.example | DUPONT Marie | 2 | suppress
  info@dupont-architecte.example | Marie Dupont | 1 |
  contact@studio-lind.example | Bo Lind | 1 |
  office@weber-law.example | Dr. Anna Weber | 1 |
  ana.sales@acme.example | Ana Sales | 1 |
  karen.press@acme.example | Karen Press | 1 |
  tom.price@acme.example | Tom Price | 9 |
  robin.banks@acme.example | Robin Banks | 1 |
  sam.post@acme.example | Sam Post | 1 |
  john@johnsmith.example | John Smith | 1 |
  smith@smith.example | John Smith | 1 |
  jsmith42@house.example | John Smith | 30 |
  kenneth.ray@house.example | | 40 |
  d..hall@house.example | Hall, D. | 4 |
  e-mail.jones@house.example | Jones, E-mail | 1 |
  yuki.tanaka@kaisha.example | 田中 由紀 | 1 |
  zhang.wei@gongsi.example | 张伟 | 2 |
  ivan.petrov@zavod.example | Иван Петров | 1 |
  k.papas@etairia.example | Κώστας Παπάς | 1 |
  giulia@studio.example | Giulia | 2 |
  jose.garcia@empresa.example | José García López | 1 |
  mjones@uni.example | Prof. Mary Jones | 1 |
  x81723@student.uni.example | Lea Park | 1 |
  ab12@cam.example | A. Bell | 1 |
  ceo@startup.example | Lea Park | 1 |
  me@leapark.example | Lea Park | 1 |
  mail@leapark.example | Lea Park | 2 |
  hello@leapark.example | Lea Park | 1 |
  lea@mail.startup.example | Lea Park | 1 |
  lea.park@news.paper.example | Lea Park | 1 |
  lea.park@lists.company.example | Lea Park | 1 |
  clara.diaz@fireflies.example | Clara Diaz | 1 |
  dana.reed@linkedin.example | Dana Reed | 1 |
  dana.reed@meetup.example | Dana Reed | 2 |
  omar@indeed.example | Omar Haddad | 1 |
  lea.park@acme.example | Lea Park | 3 | suppress
  lea.park@acme.example | Lea Park | 1 | null
  lea.park@agency.example | Lea Park | 2 | mailer
  tariq.aziz@acme.example | Tariq Aziz | 60 |
  the.smiths@family.example | The Smiths | 2 |
  bob+work@acme.example | Bob Roe | 1 |
  o'brien@acme.example | Sinéad O'Brien | 1 |
  jane.support@acme.example | Jane Roe | 1 |
  robert.daemen@acme.example | Robert Daemen | 1 |
  jan.bot@acme.example | Jan Bot | 1 |
  daily@acme.example | Jim Daily | 1 |
  alert.hansen@acme.example | Alert Hansen | 1 |
  rita.mailer@acme.example | Rita Mailer | 1 |
  list@acme.example | Franz List | 1 |
  franz.list@acme.example | Franz List | 1 |
  wachter.info@gmail.com | Klaus Wachter | 1 |
  teamlead.bo@acme.example | Bo Lind | 1 |
  salesdirector@acme.example | Bo Lind | 1 |
  president@club.example | Bo Lind | 1 |
  rector@uni.example | Prof. Ana Ruiz | 1 |
  kowalski.jan@firma.example | Jan Kowalski | 1 |
  aisha.k@ngo.example | Aisha Karimi | 2 |
  c.lopez@legal.example | Lopez, Carmen | 3 |
  dr.stone@clinic.example | Dr. Stone | 1 |
  emilio@emilio.example | Emilio | 1 |
  f_hall@yahoo.com | frank hall | 5 |
  gina77@aol.com | GINA | 2 |
  harbor.view@inn.example | Tess Moran | 1 |
  ingrid@nordic.example | Ingrid S. | 2 |
  jlr@arch.example | J. L. Reyes | 1 |
  kai.u@uni.example | Kai U | 1 |
  liwei88@163.com | 李伟 | 1 |
  m.vanderberg@bv.example | Marieke van den Berg | 2 |
  nomad_nina@gmail.com | Nina | 1 |
  o.brien@isle.example | Orla O'Brien | 4 |
  pat@hr-partners.example | Pat Quinn | 1 |
  quentin.hr@corp.example | Quentin Moss | 1 |
  rosa.news@gmail.com | Rosa Newsom | 1 |
  sbanks@bank.example | Sue Banks | 2 |
  vik.team@corp.example | Vik Rao | 1 |
  wendy@wendyscakes.example | Wendy's Cakes | 1 |
  xavi.dir@corp.example | Xavi Soler, Director | 1 |
  yann.office@corp.example | Yann Le Gall | 1 |
  zoe@corp.example | Zoë | 1 |
  amy.wu@lists.corp.example | Amy Wu | 1 |
  bob.help@corp.example | Bob Help | 1 |
  carla.events@corp.example | Carla Nunez | 2 |
  dee@corp.example | Dee Club | 1 |
  adele@weiss.example | Adele Weiss | 1 |
  bruno.costa@obras.example | Bruno Costa | 3 |
  cwu@lab.example | Chen Wu | 1 |
  d.okafor@works.example | | 6 |
  elif_y@gmail.com | Elif | 1 |
  fmoreau@works.example | MOREAU Fabien | 4 |
  gretel.h@works.example | Huber, Gretel (HR) | 2 |
  hugo@hugoandco.example | Hugo from Hugo & Co | 1 |
  ines.prieto@agency.example | Inés Prieto | 1 | mailer
  jomo1971@hotmail.com | Jomo K | 2 |
  kirsten@nordlys.example | Kirsten Dahl, Nordlys AS | 1 |
  lars-erik.holm@works.example | Lars-Erik Holm | 9 |
  mo@works.example | Mo | 1 |
  n.rossi@studio-rossi.example | Avv. Nadia Rossi | 1 |
  olu@startup.example | Olu Ade | 1 |
  petra.service@works.example | Petra Novak | 1 |
  r.patel@works.example | Rina Patel - Sales Director | 2 |
  secretary@rowing.example | Tom Hale | 2 |
  treasurer@rowing.example | Ann Poe (Rowing Club) | 1 |
  viktor@viktor.example | Viktor Blom | 1 |
`);

/** People behind an address or a name that reads like a desk's: the owner wrote to each once, and no program's mark stands on theirs. */
export const written = read(`
  reception@physio-harbour.example | | 1 |
  reception@physio-harbour.example | Physio Harbour | 2 |
  editor@the-tide.example | The Tide | 1 |
  editor@the-tide.example | The Tide Magazine | 3 |
  press@lumen-and-sons.example | Press Office | 1 |
  press@lumen-and-sons.example | Lumen & Sons | 0 |
  daemon.marc@daemon-studio.example | Marc Daemon | 1 |
  marc.daemon@harbour.example | Marc Daemon | 1 |
  m.daemon@harbour.example | | 1 |
  postmaster@harbour.example | Sven Holm | 1 |
  webmaster@choir.example | Choir of the Bay | 1 |
  info@weaver.example | Weaver Studio | 1 |
  contact@potier.example | Atelier Potier | 1 |
  kontakt@praxis-lohr.example | Praxis Lohr | 1 |
  office@quay-law.example | Quay Law Partners | 1 |
  hello@cake-and-co.example | Cake & Co | 1 |
  team@two-oaks.example | Two Oaks | 0 |
  bookings@northlight.example | | 1 |
  sales@salt-works.example | Salt Works | 1 |
  shop@bindery.example | The Bindery | 1 |
  newsletter@poet.example | | 1 |
  weekly@columnist.example | The Weekly Column | 1 |
  jobs@jobs-family.example | Steve Jobbs | 1 |
  secretariat@ecole-du-quai.example | Secrétariat | 1 |
  redaktion@hafenblatt.example | Hafenblatt Redaktion | 1 |
  direccion@colegio-mar.example | Colegio Mar | 1 |
  anna.courier@harbour.example | Anna Courier | 1 |
  rob.delivery@harbour.example | Rob Delivery | 1 |
  alert@hansen.example | | 1 |
  robot@maker.example | | 0 |
`);
