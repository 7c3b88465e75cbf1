/** Spanish words by what they have in common (`word-classes.ts`). */
import type { ClassedWords } from "./word-classes.ts";

export const spanish: ClassedWords = {
  self: "yo me mí mi conmigo",
  own: "mi mis nuestro nuestra nuestros nuestras mío mía",
  we: "nosotros nosotras nos",
  you: "tú tu tus te ti vos usted ustedes su sus le les vosotros os vuestro vuestra contigo",
  other: "él ella ellos ellas lo la alguien nadie todos todas cada otro otros otra otras uno",
  need: `
    debo debe debemos deben debería deberían deberíamos tengo tiene tenemos tienen tendré tendría tendríamos hay habrá habría
    falta necesit* obligado obligada obligatorio forzos* toca
  `,
  ability: "puedo puede podemos pueden podré podrá podría podrían podríamos pueda puedas posible capaz alcanzo logro",
  future: "voy va vamos van iré irá seré será estaré estará",
  wish: `
    quiero quiere queremos quisiera querría gustaría deseo prefiero prefiere preferimos preferiría preferible ojalá ganas
    encantaría
  `,
  denial: "no ni nada nadie nunca jamás ningún ninguna ninguno sin tampoco apenas",
  condition: `
    si salvo menos excepto siempre condición condicion* depende* según caso contrario sujeto reserva mientras cuando sino
  `,
  perhaps: `
    quizá quizás acaso probablemente posiblemente seguramente supuestamente principio teoría provisional* tentativ* aproximad*
    eventualmente capaz supongo
  `,
  but: "pero aunque sin embargo obstante solo sólo salvo excepto únicamente eso",
  until: "hasta tardar",
  before: "antes primero previamente previo previa adelant* anticip* temprano",
  after: "después luego tras entonces enseguida posterior* seguida directo",
  instead: "lugar cambi* reemplaz* sustitu* mov* aplaz* traslad* diferente distint* alternativ* modific* correr",
  since: "porque pues como ya puesto dado así entonces causa eso",
  long: "largo larga mucho entero entera toda alarg* prolong* extend* dura durar horas",
  short: `
    corto corta breve* rápido rápida rapidito rapidez minutos min cuarto media hora ratito rato poco recort* apret* justo
    limitado prisa volando escap*
  `,
  early: "temprano pronto antes puntual* adelant*",
  late: "retras* demor* atras* alarg* tard*",
  begin: "empez* empiez* comenz* comienz* inici* abr* arranc*",
  end: "fin final termin* acab* concl* cerr* cierr* finaliz*",
  leave: "salgo sale salir salimos saldré irme voy vamos marcho marchar* parto partir salida ido fuera escapar",
  come: `
    vengo viene venir venimos vendré vendrá llego llega llegar llegamos llegaré llegada vuelvo vuelve volver volveré regres*
    pas* aterriz* acerco acercar*
  `,
  join: `
    acompañ* uni* sum* junt* particip* asist* invit* traer traigo trae traeré con presente copia copio incluy* apunta
  `,
  kin: `
    marido mujer esposo esposa pareja novio novia prometid* madre padre mamá papá mami papi padres hijo hija hijos hijas hermano
    hermana hermanos gemelos gemelas mellizos tía tío primo prima sobrino sobrina abuela abuelo abuelos nieto nieta nietos
    suegra suegro suegros cuñado cuñada yerno nuera familia
  `,
  child: `
    niño niña niños niñas bebé peque* chico chica chicos crío críos nene nena adolescente* mayor menor pibe chamaco guagua
  `,
  care: `
    guardería cole colegio escuela* instituto jardín niñera canguro cuidad* cuidar cuido recog* recoj* custodia deberes kinder
  `,
  colleague: `
    colega* compañer* equipo departamento oficina asistente* secretari* becari* aprendiz* emplead* ayudante* personal plantilla
  `,
  boss: `
    jefe jefa jefes jefazo director* gerente* dirección directiv* presidente* socio socia socios accionista* inversor*
    inversionista* fundador* cofundador* consejo junta comité dueñ* propietari* encargad* supervisor* responsable* rector*
  `,
  expert: `
    abogad* contador* contable* gestor* notari* auditor* consultor* asesor* corredor* banco banquer* perit* asegurador*
  `,
  client: `
    cliente* inquilin* casero* proveedor* contratista* albañil* fontaner* plomer* electricist* pintor* carpinter* techista*
    invitad* visita* paciente* estudiante* alumn* inspector* repartidor* técnico*
  `,
  friend: "amigo* amiga* vecin* conocid* compadre compi* colegui*",
  person: "hombre señor* mujer gente persona* tipo tío",
  ill: `
    enferm* malo mala gripe fiebre tos resfri* catarro virus covid infecci* bronquitis neumonía migraña* jaqueca dolor* duele
    herid* lesi* rot* fractur* esguince* yeso escayola* muleta* espalda lumbago ciática náusea* vómit* estómago garganta voz
    afónic* cuarentena contagi* reposo convalec* baja síntoma* alergi* recuper*
  `,
  medicine: `
    médic* doctor* dentista* opera* cirug* hospital* clínica* fisio* terap* tratamiento* análisis resonancia rayos sangre vacun*
    inyecci* parto embaraz* maternidad paternidad veterinari* urgencias oculista* pediatr* consulta* turno revisión
  `,
  death: "entierro funeral* falleci* muert* murió duelo velorio velatorio luto",
  travel: `
    viaj* vuelo* avión* aeropuerto* tren* estación metro bus autobús colectivo micro camión ferry extranjero visa visado
    pasaporte hotel* maleta* equipaje billete* boleto* pasaje* conexión escala andén línea autovía autopista carretera ruta
    trayecto ave subte
  `,
  away: "fuera viaje vacaciones ausent* extranjero luna miel sabático puente retiro permiso licencia",
  far: `
    lejos kilómetro* km distancia ciudad pueblo provincia norte sur oeste costa sierra montaña* campo punta afueras
  `,
  vehicle: `
    coche* auto* carro* furgoneta* camioneta* bici* moto* camión* tractor* batería neumático* llanta* rueda* freno* gasolina
    nafta taxi* uber conduc* conduzco manej*
  `,
  breakdown: `
    aver* estrope* descompuest* roto rota taller grúa mecánico* pinch* arregl* repar* fuga* gotera* inund* caldera* apagón
    corte* accidente* choque fall* dañ* tubería*
  `,
  strike: `
    huelga* paro* sindicat* manifestaci* protesta* obra* desvío* cort* bloque* cancel* suspend* suprim* piquete*
  `,
  closed: "cerrad* cierra cierran cierre candado reform* remodel* andamio* evacu* clausur*",
  weather: `
    clima lluvia* lluev* llov* sol soleado nieve* nev* hielo tormenta* viento* frío fría calor niebla nube* nublado primavera
    verano otoño invierno granizo paraguas grados fresco bochorno
  `,
  phone: "teléfono* llam* celular* móvil* fijo whatsapp wasap señal skype facetime telefon* timbr* marcar",
  video: `
    zoom teams video* webcam cámara* línea virtual* remoto* distancia enlace* link* pantalla webex micrófono audífonos conexión
    internet wifi red meet online
  `,
  place: `
    café* cafetería* bar bares restaurante* taberna cantina vestíbulo recepción hotel sala* despacho* oficina* estudio* taller*
    almacén* fábrica* nave planta sede casa* piso* departamento apartamento biblioteca* parque* museo* terraza* jardín
    panadería* pastelería* galería* mercado* plaza* sitio* lugar* tienda* local* bodega* laboratorio* obra
  `,
  way: `
    calle* avenida* paseo* camino* esquina* puente* edificio* entrada* puerta* timbre* portal* portero* escalera* ascensor*
    elevador* piso* planta* bajo sótano arriba abajo izquierda derecha detrás enfrente patio cartel* letrero* aparc* estacion*
    garaje código* dirección mapa* plano* salida* parada* número
  `,
  there: "ahí allí allá acá aquí cerca próximo alrededor dentro adentro afuera junto delante lado",
  work: `
    trabaj* laburo chamba curro proyecto* producto* lanzamiento* asunto* licitaci* presupuesto* auditor* impuesto* informe*
    presentaci* diapositiva* conferencia* congreso* feria* exposici* formaci* curso* seminario* clase* examen* exámenes guardia*
    turno* reunión* reuniones junta* entrevista* trimestre* cierre* inventario* cosecha* vendimia entrega* plazo* tesis llamada
    comité
  `,
  busy: `
    ocupad* llen* complet* apretad* saturad* agobiad* desbordad* liad* pillad* reservad* solap* coincid* choc* conflict*
    comprometid* compromiso* atad* cargad* tope petad*
  `,
  approve: `
    aprob* aprueb* autoriz* firma* firme permiso* permit* acept* decid* decisión* vot* confirm* consentimiento aval*
  `,
  wait: "esper* aguard* pendiente* aire inciert* duda* ignoro desconoc* sé oír noticias",
  check: "revis* comprob* verific* ver veo vea mir* pregunt* consult* averigu* busc* asegur* cheq*",
  answer: "respond* respuest* contest* digo dice decir avis* confirm* vuelvo",
  send: "envi* envío mand* reenví* pas* compart* mensaje* adjunt* escrib*",
  document: `
    orden contrat* acuerdo* nda document* papel* borrador* presupuesto* propuesta* oferta* condiciones detalles cifras números
    datos hoja* archivo* plano* boceto* currículum cv dossier* portafolio lista* cuestionario* formulario* informe* factura*
    recibo* resumen* nota* acta* programa agenda
  `,
  money: `
    precio* cost* cuest* tarifa* honorario* pago* paga* presupuesto* dinero plata efectivo sueldo* descuento* gratis caro* cara
    barat* financ* inver* euro* peso* dólar* reembols* depósito* señal comisión* factura*
  `,
  legal: `
    nda confidencial* tribunal* juez* juicio* proceso* demanda* contrato* jurídic* legal* policía testigo* abogad* juzgado*
  `,
  quit: `
    renunci* dimit* dimisi* despid* despedido despedida paro desemple* jubil* vend* quiebra* liquidaci* disuel* reestructur*
    último* última dej* cese marcho
  `,
  doubt: `
    dud* temo miedo preocup* insegur* inciert* vacil* escéptic* convenc* pienso creo supong* riesgo* arriesg* sospech*
    improbable* complicad* difícil
  `,
  luck: "espero esperemos ojalá cruz* dedos suerte madera milagro* rez* dios quiera toco",
  point: `
    sentido útil* utilidad interés* interes* inútil* pena perd* compr* vend* comercial* publicidad spam promet* promes* oblig*
    presión vale merece
  `,
  regret: "desgraciadamente lástima lament* siento perdón perdona* disculp* desafortunadamente vergüenza",
  joke: "broma* bromeo chiste* jaja* ironía risa guiño",
  refuse: "rechaz* cancel* declin* renunci* abandon* olvid* dej* baj* posterg* pospon* aplaz* anul* desist*",
  thank: "gracias agradec* agradezco amable* gentil* grati*",
  glad: `
    alegr* contento contenta feliz encantad* ilusi* ganas placer genial* estupend* perfect* formidable* maravill* magnífic*
    fantástic* ideal* alivi* gusto buenísim* chévere padrísimo bárbaro impacien*
  `,
  praise: `
    buen buena bueno buenos buenas bien mejor* guap* bonit* inteligente* interesant* apasionant* impresion* inspir* excelente*
    favorit* encant* elegant* fascin* felicit* enhorabuena admir* disfrut* gust* delicios* lindo linda precios* acert* logrado
  `,
  remember: "recuerd* record* olvid* memoria conoc* encontr* visto vi vimos reconoc* acuerd* acord*",
  past: `
    ayer anteayer pasad* reciente* últimamente antes antaño ya finalmente era eran estaba estaban había he ha hemos han fue
    fueron estuve tuve hice hace desde apenas recién acabo
  `,
  topic: `
    habl* charl* cont* cuent* platic* convers* discut* explic* mostr* muestr* enseñ* historia* idea* pens* pregunta* tema*
    consej* opinión* noved* noticia* cotille* intercambi* comentar
  `,
  bring: `
    traer* traig* llev* tom* imprim* prepar* cocin* hornead* ped* reserv* prest* devolv* devuelv* muestra* prototipo* ejemplar*
    portátil cargador libro*
  `,
  greet: "hola salud* abrazo* beso* cordial* afectuos* cariño* recuerdos deseo buenos",
  food: `
    comer comida* almuerz* almorz* cena* desayun* merienda* torta* tarta* pastel* galleta* bollo* medialuna* croissant* pan
    bocadillo* sopa* pizza* queso* chocolate* fruta* manzana* mermelada* miel azúcar huevo* carne* jamón pescado* vegetarian*
    vegan* hambre apetito mesa* menú* receta* tortilla* empanada* churro* arepa* taco* asado* paella*
  `,
  drink: "café* té mate cerveza* vino* agua zumo* jugo* beb* copa* cafetera* leche taza* sed infusión caña*",
  pet: `
    perr* gat* cachorr* gallina* caballo* yegua conejo* hámster canario* loro* cabra* oveja* vaca* pato* erizo* abeja* pez
    tortuga* burr*
  `,
  garden: `
    jardín* flor* árbol* rosa* tomate* plant* césped pasto semilla* hoja* huerto* huerta* verdura* balcón* limonero* naranj*
    olivo* geranio* buganvilla*
  `,
  hobby: `
    fútbol partido* tenis golf nad* natación corr* carrera* maratón* escal* senderis* camin* cant* coro* banda* guitarra* piano*
    violín* música concierto* teatro* peli* película* cine* libro* novela* leer leo leí leído lectura* pint* tejer tejid*
    ajedrez bail* yoga esquí* vela pesca* foto* expo* club* ensay* festival* podcast*
  `,
  clothes: `
    llevo llevaré abrigo* chaqueta* chamarra* campera* bufanda* gorr* sombrero* gafas lentes camisa* traje* vestido* jersey*
    suéter* zapato* botas rojo* roja* azul* verde* amarill* barba* pelo* alt* mochila* paraguas
  `,
  home: "casa* hogar mud* cocina* baño* dormitorio* alquiler* pint* cajas vecinos tejado* pared* suelo* muebles* piso",
  celebrate: `
    cumple* boda* aniversari* fiesta* navidad* pascua* reyes bautizo* comuni* festivo* feriado* carnaval* graduaci* celebr*
    ramadán fallas
  `,
  writing: `
    correo* mail* email* mensaje* carta* nota* escrib* escrito* tecl* errata* falta* ortograf* pulgar* corrector spam carpeta*
    bandeja* asunto* idioma* español inglés línea* dedo*
  `,
  calendar: "calendario* anot* apunt* bloque* invitación* recordatorio* hueco* marcad* agend* reserv*",
  sleep: "dorm* duerm* sueño* cansad* agotad* despiert* bostez* cama* siesta* jet mañaner* descans* madrug*",
  timezone: "huso* gmt utc hora local horaria",
  both: "dos ambos ambas también igual segunda* alternativ* opción* plan flexible* indiferente mismo cualquiera",
  again: "nuevo siempre menudo cada regularmente semanal* costumbre volver",
  surprise: "sorpres* sorprend* increíble* guau rar* extraño* casualidad* curios* gracios* vaya",
  address: "número* dirección* contacto* tarjeta* web página* firma* celular",
  technology: `
    computador* ordenador* compu servidor* software aplicación* app sitio código* actualiz* pantalla* impresora* datos nube ia
    máquina* batería* cargador*
  `,
  quantity: `
    mucho mucha muchos muchas poco poca pocos vari* algun* más menos bastante* suficiente* demasiad* dos tres cuatro cinco medio
    media
  `,
};
