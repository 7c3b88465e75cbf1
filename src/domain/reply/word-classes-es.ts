/** Spanish words by what they have in common (`word-classes.ts`). */
import type { ClassedWords } from "./word-classes.ts";

export const spanish: ClassedWords = {
  self: "yo me mí mi conmigo",
  own: "mi mis nuestro nuestra nuestros nuestras mío mía",
  we: "nosotros nosotras nos",
  you: "tú tu tus te ti vos usted ustedes su sus le les vosotros os vuestro vuestra contigo",
  other: "él ella ellos ellas lo la alguien nadie todos todas cada otro otros otra otras uno",
  need: `
    debo debe debemos deben debería deberían deberíamos tengo tiene tenemos tienen tendré tendría tendríamos hay
    habrá habría falta necesit* obligado obligada obligatorio forzos* toca
  `,
  ability: "puedo puede podemos pueden podré podrá podría podrían podríamos pueda puedas posible capaz alcanzo logro",
  future: "voy va vamos van iré irá seré será estaré estará",
  wish: `
    quiero quiere queremos quisiera querría gustaría deseo prefiero prefiere preferimos preferiría preferible ojalá
    ganas encantaría
  `,
  denial: "no ni nada nadie nunca jamás ningún ninguna ninguno sin tampoco apenas",
  condition: `
    si salvo menos excepto siempre condición condicion* depende* según caso contrario sujeto reserva mientras cuando
    sino
  `,
  perhaps: `
    quizá quizás acaso probablemente posiblemente seguramente supuestamente principio teoría provisional* tentativ*
    aproximad* eventualmente capaz supongo
  `,
  but: "pero aunque sin embargo obstante solo sólo salvo excepto únicamente eso",
  until: "hasta tardar",
  before: "antes primero previamente previo previa adelant* anticip* temprano",
  after: "después luego tras entonces enseguida posterior* seguida directo",
  instead: "lugar cambi* reemplaz* sustitu* mov* aplaz* traslad* diferente distint* alternativ* modific* correr",
  since: "porque pues como ya puesto dado así entonces causa eso",
  long: "largo larga mucho entero entera toda alarg* prolong* extend* dura durar horas",
  short: `
    corto corta breve* rápido rápida rapidito rapidez minutos min cuarto media hora ratito rato poco recort* apret*
    justo limitado prisa volando escap*
  `,
  early: "temprano pronto antes puntual* adelant*",
  late: "retras* demor* atras* alarg* tard*",
  begin: "empez* empiez* comenz* comienz* inici* abr* arranc*",
  end: "fin final termin* acab* concl* cerr* cierr* finaliz*",
  leave: "salgo sale salir salimos saldré irme voy vamos marcho marchar* parto partir salida ido fuera escapar",
  come: `
    vengo viene venir venimos vendré vendrá llego llega llegar llegamos llegaré llegada vuelvo vuelve volver volveré
    regres* pas* aterriz* acerco acercar*
  `,
  join: "acompañ* uni* sum* junt* particip* asist* invit* traer traigo trae traeré con presente copia copio incluy* apunta",
  kin: `
    marido mujer esposo esposa pareja novio novia prometid* madre padre mamá papá mami papi padres hijo hija hijos
    hijas hermano hermana hermanos gemelos gemelas mellizos tía tío primo prima sobrino sobrina abuela abuelo
    abuelos nieto nieta nietos suegra suegro suegros cuñado cuñada yerno nuera familia cónyuge concubino hijastro
    hijastra padrastro madrastra ahijado ahijada padrino madrina ex exmarido exmujer abu abuelita abuelito nana tata
    bisabuela primos sobrinita viejita vieja viejo
  `,
  child: `
    niño niña niños niñas bebé peque* chico chica chicos crío críos nene nena adolescente* mayor menor pibe chamaco
    guagua
  `,
  care: `
    guardería cole colegio escuela* instituto jardín niñera canguro cuidad* cuidar cuido recog* recoj* custodia
    deberes kinder kínder nana comedor maestra boletín libreta graduación bachillerato prepa secundaria primaria
    mochila lonchera merienda apoderados tareas
  `,
  colleague: `
    colega* compañer* equipo departamento oficina asistente* secretari* becari* aprendiz* emplead* ayudante*
    personal plantilla aprendices pasante pasantes practicante* autónomo* freelance sucesor* antecesor*
    recepcionista
  `,
  boss: `
    jefe jefa jefes jefazo director* gerente* dirección directiv* presidente* socio socia socios accionista*
    inversor* inversionista* fundador* cofundador* consejo junta comité dueñ* propietari* encargad* supervisor*
    responsable* rector*
  `,
  expert: `
    abogad* contador* contable* gestor* notari* auditor* consultor* asesor* corredor* banco banquer* perit*
    asegurador*
  `,
  client: `
    cliente* inquilin* casero* proveedor* contratista* albañil* fontaner* plomer* electricist* pintor* carpinter*
    techista* invitad* visita* paciente* estudiante* alumn* inspector* repartidor* técnico*
  `,
  friend: "amigo* amiga* vecin* conocid* compadre compi* colegui*",
  person: `
    hombre señor* mujer gente persona* tipo tío tipa chavo chava público invitados desconocido gemelo mellizos
    adulto adultos jubilado* jubilada* joven jóvenes voluntario* voluntaria* muchacho muchacha
  `,
  ill: `
    enferm* malo mala gripe fiebre tos resfri* catarro virus covid infecci* bronquitis neumonía migraña* jaqueca
    dolor* duele herid* lesi* rot* fractur* esguince* yeso escayola* muleta* espalda lumbago ciática náusea* vómit*
    estómago garganta voz afónic* cuarentena contagi* reposo convalec* baja síntoma* alergi* recuper* amigdalitis
    sarampión varicela piojos gastro culebrilla gota artrosis diabetes cáncer derrame infarto puntos sarpullido
    rinitis sinusitis vértigo mareo mareado desmayo afiebrado dengue gripa resfrío otitis tendinitis bronquiolitis
  `,
  medicine: `
    médic* doctor* dentista* opera* cirug* hospital* clínica* fisio* terap* tratamiento* análisis resonancia rayos
    sangre vacun* inyecci* parto embaraz* maternidad paternidad veterinari* urgencias oculista* pediatr* consulta*
    turno revisión ortodoncista ortodoncia oftalmólogo dermatólogo cardiólogo anestesia corona empaste endodoncia
    frenos receta farmacia ambulancia guardia ecografía tomografía diálisis quimio rehabilitación kinesiólogo kine
    osteópata ginecólogo odontólogo traumatólogo
  `,
  death: "entierro funeral* falleci* muert* murió duelo velorio velatorio luto",
  travel: `
    viaj* vuelo* avión* aeropuerto* tren* estación metro bus autobús colectivo micro camión ferry extranjero visa
    visado pasaporte hotel* maleta* equipaje billete* boleto* pasaje* conexión escala andén línea autovía autopista
    carretera ruta trayecto ave subte embarque terminal cercanías combi lanzadera itinerario despegue llegada
    frontera aduana peaje desvío camping albergue hostal posada airbnb
  `,
  away: "fuera viaje vacaciones ausent* extranjero luna miel sabático puente retiro permiso licencia",
  far: "lejos kilómetro* km distancia ciudad pueblo provincia norte sur oeste costa sierra montaña* campo punta afueras",
  vehicle: `
    coche* auto* carro* furgoneta* camioneta* bici* moto* camión* tractor* batería neumático* llanta* rueda* freno*
    gasolina nafta taxi* uber conduc* conduzco manej*
  `,
  breakdown: `
    aver* estrope* descompuest* roto rota taller grúa mecánico* pinch* arregl* repar* fuga* gotera* inund* caldera*
    apagón corte* accidente* choque fall* dañ* tubería* rajado quebrado trabado tapado goteando moho óxido oxidado
    podrido cortocircuito fusible colgado hackeado virus perdido robado robaron entraron
  `,
  strike: `
    huelga* paro* sindicat* manifestaci* protesta* obra* desvío* cort* bloque* cancel* suspend* suprim* piquete*
    tranca trancón taco atasco embotellamiento choque descarrilamiento evacuado marcha
  `,
  closed: "cerrad* cierra cierran cierre candado reform* remodel* andamio* evacu* clausur*",
  weather: `
    clima lluvia* lluev* llov* sol soleado nieve* nev* hielo tormenta* viento* frío fría calor niebla nube* nublado
    primavera verano otoño invierno granizo paraguas grados fresco bochorno sequía aguacero chaparrón chubasco
    chubascos deshielo húmedo fresquito helado templado ventoso huracán ráfagas arcoíris charcos charco helada
    neblina garúa
  `,
  phone: "teléfono* llam* celular* móvil* fijo whatsapp wasap señal skype facetime telefon* timbr* marcar",
  video: `
    zoom teams video* webcam cámara* línea virtual* remoto* distancia enlace* link* pantalla webex micrófono
    audífonos conexión internet wifi red meet online
  `,
  place: `
    café* cafetería* bar bares restaurante* taberna cantina vestíbulo recepción hotel sala* despacho* oficina*
    estudio* taller* almacén* fábrica* nave planta sede casa* piso* departamento apartamento biblioteca* parque*
    museo* terraza* jardín panadería* pastelería* galería* mercado* plaza* sitio* lugar* tienda* local* bodega*
    laboratorio* obra capilla iglesia catedral ayuntamiento puerto muelle molino granero granja finca hacienda
    rancho estancia viñedo cervecería herrería invernadero ático desván sótano garaje cochera kiosco quiosco súper
    supermercado farmacia cine estadio piscina pileta castillo monumento fuente faro gimnasio salón zócalo
    chiringuito fonda confitería
  `,
  way: `
    calle* avenida* paseo* camino* esquina* puente* edificio* entrada* puerta* timbre* portal* portero* escalera*
    ascensor* elevador* piso* planta* bajo sótano arriba abajo izquierda derecha detrás enfrente patio cartel*
    letrero* aparc* estacion* garaje código* dirección mapa* plano* salida* parada* número rotonda glorieta cruce
    semáforo arco pasaje túnel subterráneo sendero andén vía paradero cerca reja barandilla rampa torniquete barrera
    interfono buzón guardarropa pasillo vestíbulo zaguán palier cochera
  `,
  there: "ahí allí allá acá aquí cerca próximo alrededor dentro adentro afuera junto delante lado",
  work: `
    trabaj* laburo chamba curro proyecto* producto* lanzamiento* asunto* licitaci* presupuesto* auditor* impuesto*
    informe* presentaci* diapositiva* conferencia* congreso* feria* exposici* formaci* curso* seminario* clase*
    examen* exámenes guardia* turno* reunión* reuniones junta* entrevista* trimestre* cierre* inventario* cosecha*
    vendimia entrega* plazo* tesis llamada comité hito traspaso nómina cotización subvención evaluación prototipo
    beta migración fusión adquisición stand pedido pedidos envío stock almacén bodega facturación balance zafra obra
    obras coworking
  `,
  busy: `
    ocupad* llen* complet* apretad* saturad* agobiad* desbordad* liad* pillad* reservad* solap* coincid* choc*
    conflict* comprometid* compromiso* atad* cargad* tope petad*
  `,
  approve: `
    aprob* aprueb* autoriz* firma* firme permiso* permit* acept* decid* decisión* vot* confirm* consentimiento aval*
  `,
  wait: "esper* aguard* pendiente* aire inciert* duda* ignoro desconoc* sé oír noticias",
  check: "revis* comprob* verific* ver veo vea mir* pregunt* consult* averigu* busc* asegur* cheq*",
  answer: "respond* respuest* contest* digo dice decir avis* confirm* vuelvo",
  send: "envi* envío mand* reenví* pas* compart* mensaje* adjunt* escrib*",
  document: `
    orden contrat* acuerdo* nda document* papel* borrador* presupuesto* propuesta* oferta* condiciones detalles
    cifras números datos hoja* archivo* plano* boceto* currículum cv dossier* portafolio lista* cuestionario*
    formulario* informe* factura* recibo* resumen* nota* acta* programa agenda manuscrito tesis tesina capítulo
    pruebas certificado constancia permiso póliza manual instructivo horario extracto encuesta volante folleto
    prospecto peritaje croquis cotización
  `,
  money: `
    precio* cost* cuest* tarifa* honorario* pago* paga* presupuesto* dinero plata efectivo sueldo* descuento* gratis
    caro* cara barat* financ* inver* euro* peso* dólar* reembols* depósito* señal comisión* factura* hipoteca
    préstamo deuda deudas pensión jubilación acciones dividendo bono aguinaldo propina iva impuesto impuestos beca
    donación donaciones ganancia pérdida margen ganga vale lana guita luca lucas
  `,
  legal: `
    nda confidencial* tribunal* juez* juicio* proceso* demanda* contrato* jurídic* legal* policía testigo* abogad*
    juzgado* arbitraje custodia divorcio sucesión herencia testamento patente marca cláusula apelación fallo
    veredicto multa embargo denuncia
  `,
  quit: `
    renunci* dimit* dimisi* despid* despedido despedida paro desemple* jubil* vend* quiebra* liquidaci* disuel*
    reestructur* último* última dej* cese marcho
  `,
  doubt: `
    dud* temo miedo preocup* insegur* inciert* vacil* escéptic* convenc* pienso creo supong* riesgo* arriesg*
    sospech* improbable* complicad* difícil
  `,
  luck: "espero esperemos ojalá cruz* dedos suerte madera milagro* rez* dios quiera toco",
  point: `
    sentido útil* utilidad interés* interes* inútil* pena perd* compr* vend* comercial* publicidad spam promet*
    promes* oblig* presión vale merece
  `,
  regret: "desgraciadamente lástima lament* siento perdón perdona* disculp* desafortunadamente vergüenza",
  joke: "broma* bromeo chiste* jaja* ironía risa guiño",
  refuse: "rechaz* cancel* declin* renunci* abandon* olvid* dej* baj* posterg* pospon* aplaz* anul* desist*",
  thank: "gracias agradec* agradezco amable* gentil* grati*",
  glad: `
    alegr* contento contenta feliz encantad* ilusi* ganas placer genial* estupend* perfect* formidable* maravill*
    magnífic* fantástic* ideal* alivi* gusto buenísim* chévere padrísimo bárbaro impacien*
  `,
  praise: `
    buen buena bueno buenos buenas bien mejor* guap* bonit* inteligente* interesant* apasionant* impresion* inspir*
    excelente* favorit* encant* elegant* fascin* felicit* enhorabuena admir* disfrut* gust* delicios* lindo linda
    precios* acert* logrado
  `,
  remember: "recuerd* record* olvid* memoria conoc* encontr* visto vi vimos reconoc* acuerd* acord*",
  past: `
    ayer anteayer pasad* reciente* últimamente antes antaño ya finalmente era eran estaba estaban había he ha hemos
    han fue fueron estuve tuve hice hace desde apenas recién acabo
  `,
  topic: `
    habl* charl* cont* cuent* platic* convers* discut* explic* mostr* muestr* enseñ* historia* idea* pens* pregunta*
    tema* consej* opinión* noved* noticia* cotille* intercambi* comentar
  `,
  bring: `
    traer* traig* llev* tom* imprim* prepar* cocin* hornead* ped* reserv* prest* devolv* devuelv* muestra*
    prototipo* ejemplar* portátil cargador libro*
  `,
  greet: "hola salud* abrazo* beso* cordial* afectuos* cariño* recuerdos deseo buenos",
  food: `
    comer comida* almuerz* almorz* cena* desayun* merienda* torta* tarta* pastel* galleta* bollo* medialuna*
    croissant* pan bocadillo* sopa* pizza* queso* chocolate* fruta* manzana* mermelada* miel azúcar huevo* carne*
    jamón pescado* vegetarian* vegan* hambre apetito mesa* menú* receta* tortilla* empanada* churro* arepa* taco*
    asado* paella* guiso cocido fideos tallarines arroz ensalada papas patatas cebollas ajo manteca mantequilla
    crema nata yogur panqueques crepes waffles facturas tamales ceviche bizcocho* galletitas alfajor* magdalenas
    turrón polvorones roscón ostras mejillones cordero ternera cerdo chorizo panceta aceitunas almendras nueces
    avellanas cerezas frutillas fresas frambuesas ciruelas peras espárragos calabaza zapallo puerro hongos setas
    gazpacho milanesa mole pozole choclo lentejas aguacate palta
  `,
  drink: `
    café* té mate cerveza* vino* agua zumo* jugo* beb* copa* cafetera* leche taza* sed infusión caña* cortado
    cortadito tereré tinto chela gin whisky ron pisco vermut fernet champán cava sidra cóctel limonada refresco
    gaseosa chocolate horchata manzanilla
  `,
  pet: `
    perr* gat* cachorr* gallina* caballo* yegua conejo* hámster canario* loro* cabra* oveja* vaca* pato* erizo*
    abeja* pez tortuga* burr* caniche pastor labrador potro poni carnero ternero terneros toro cerdito chancho
    chanchos cerdos ganso gansos pavo paloma palomas gallo cuy lagartija serpiente acuario colmena colmenas enjambre
    alpaca
  `,
  garden: `
    jardín* flor* árbol* rosa* tomate* plant* césped pasto semilla* hoja* huerto* huerta* verdura* balcón* limonero*
    naranj* olivo* geranio* buganvilla* ruibarbo calabacines zapallitos lechuga porotos frijoles judías guisantes
    arvejas zanahorias espinacas albahaca romero tomillo lavanda tulipanes narcisos peonías dalias girasoles glicina
    lilas magnolia jazmín cobertizo pala rastrillo carretilla cortadora podar maleza maceta macetas bugambilia
  `,
  hobby: `
    fútbol partido* tenis golf nad* natación corr* carrera* maratón* escal* senderis* camin* cant* coro* banda*
    guitarra* piano* violín* música concierto* teatro* peli* película* cine* libro* novela* leer leo leí leído
    lectura* pint* tejer tejid* ajedrez bail* yoga esquí* vela pesca* foto* expo* club* ensay* festival* podcast*
    rugby voleibol vóley básquet baloncesto pádel bádminton hockey remo kayak surf judo karate boxeo esgrima bolos
    boliche billar truco mus dominó póker lego rompecabezas crucigrama chelo trompeta saxofón batería acordeón
    órgano ópera ballet musical alfarería cerámica ganchillo acampar triatlón liga copa árbitro portero arquero
    penal penalti salsa tango charango
  `,
  clothes: `
    llevo llevaré abrigo* chaqueta* chamarra* campera* bufanda* gorr* sombrero* gafas lentes camisa* traje* vestido*
    jersey* suéter* zapato* botas rojo* roja* azul* verde* amarill* barba* pelo* alt* mochila* paraguas corbata moño
    pantalón pantalones vaqueros jean falda pollera blusa chompa buzo impermeable guantes calcetines medias
    sandalias zapatillas tenis pantuflas casco chaleco delantal uniforme aros aretes pendientes collar pulsera
  `,
  home: `
    casa* hogar mud* cocina* baño* dormitorio* alquiler* pint* cajas vecinos tejado* pared* suelo* muebles* piso
    fletero hipoteca arriendo renta fianza ampliación galería aislamiento alfombra cortinas sofá armario clóset
    lavavajillas lavaplatos nevera heladera refri refrigerador congelador lavadora lavarropas secadora aspiradora
    plancha planchar colada
  `,
  celebrate: `
    cumple* boda* aniversari* fiesta* navidad* pascua* reyes bautizo* comuni* festivo* feriado* carnaval* graduaci*
    celebr* ramadán fallas fogata halloween nochevieja nochebuena quinceañera quince inauguración jubilación
    despedida bautismo compromiso brindis velas regalo regalos posada posadas
  `,
  writing: `
    correo* mail* email* mensaje* carta* nota* escrib* escrito* tecl* errata* falta* ortograf* pulgar* corrector
    spam carpeta* bandeja* asunto* idioma* español inglés línea* dedo*
  `,
  calendar: "calendario* anot* apunt* bloque* invitación* recordatorio* hueco* marcad* agend* reserv*",
  sleep: "dorm* duerm* sueño* cansad* agotad* despiert* bostez* cama* siesta* jet mañaner* descans* madrug*",
  timezone: "huso* gmt utc hora local horaria",
  both: "dos ambos ambas también igual segunda* alternativ* opción* plan flexible* indiferente mismo cualquiera",
  again: "nuevo siempre menudo cada regularmente semanal* costumbre volver",
  surprise: "sorpres* sorprend* increíble* guau rar* extraño* casualidad* curios* gracios* vaya",
  address: "número* dirección* contacto* tarjeta* web página* firma* celular",
  technology: `
    computador* ordenador* compu servidor* software aplicación* app sitio código* actualiz* pantalla* impresora*
    datos nube ia máquina* batería* cargador* robot robots dron drones sensor sensores solar panel paneles
    aerogenerador láser microscopio telescopio escáner fotocopiadora proyector parlante parlantes altavoz
    amplificador chip chips algoritmo modelo firmware
  `,
  quantity: `
    mucho mucha muchos muchas poco poca pocos vari* algun* más menos bastante* suficiente* demasiad* dos tres cuatro
    cinco medio media
  `,
  speak: `
    decir dice digo dijo dije dicho diciendo hablar habla hablo habló hablado hablamos contar cuenta cuento contó
    contado mencionar mencionó mencionado explicar explica explicó explicado insistir insiste jurar juro anunciar
    anunció anunciado declarar añadir repetir repito repite charlar charlamos platicar platicamos quejar queja
    quejarse discutir discutimos proponer propuso propuesto sugerir sugirió afirmar prometer prometo prometió
    comentar comentó comenta gritar
  `,
  think: `
    pensar pienso piensa pensé pensaba creer creo cree creía creí saber sé sabe sabía supo sabemos conocer conozco
    conoce conocí conocido entender entiendo entiende entendí comprender comprendo imaginar imagino considerar
    suponer supongo adivinar aprender aprendí aprendido estudiar estudia estudió reflexionar juzgar opinar opino
    dudar ignorar recordar darse cuenta calcular calculo estimar
  `,
  feel: `
    sentir siento siente sentí sentimiento triste feliz enojado enojada enfadado enfadada orgulloso orgullosa
    vergüenza apenado celoso solo sola aburrido tranquilo tranquila alegre gruñón humor ánimo miserable emocionado
    emocionada nervioso nerviosa ansioso estresado estresada relajado relajada curioso furioso molesto molesta
    conmovido ilusionado ilusión cansado cansada miedo asustado decepcionado enamorado contento contenta satisfecho
    aliviado agobiado
  `,
  move: `
    ir voy va vas vamos van fue fui iba caminar camino camina caminé correr corre corrí manejar manejo maneja
    conducir conduce pedalear volar vuela voló llevar llevo lleva llevó cargar arrastrar empujar jalar subir sube
    subí bajar baja bajé escalar cruzar cruza cruzó pasar paso pasa pasó buscar recoger recojo recoge traer traigo
    trae trajo apurar viajar viaja viajé seguir sigue volver vuelvo vuelve volvió regresar regreso regresa mudar
    mudamos mudanza andar ando
  `,
  make: `
    hacer hago hace hizo hice hecho haciendo construir construye construyó construido escribir escribe escribió
    escrito cocinar cocina cociné hornear horneo coser tejer tejió arreglar arregla arreglé arreglado reparar reparó
    reparado restaurar restauró diseñar diseñó dibujar dibuja pintar pinta pintó imprimir impreso montar armar
    armamos instalar instaló instalado producir produce crear creó preparar prepara preparé plantar planté soldar
    tallar fabricar fabrica cortar terminar terminó terminado
  `,
  get: `
    tener tengo tiene tenía tuvo tuve tenido haber hay había hubo obtener obtuvo recibir recibí recibe recibido
    guardar dar doy da dio dado perder pierdo pierde perdió perdido encontrar encuentro encontré encontrado comprar
    compra compré comprado poseer prestar presta prestó ganar gana ganó ganado vender vende vendió vendido heredar
    heredó juntar ahorrar regalar regaló tomar toma tomó conseguir consiguió conseguido agarrar
  `,
  happen: `
    pasar pasó ocurrir ocurrió suceder sucedió cambiar cambia cambió cambiado caer cae cayó caído crecer crece
    creció romper rompió roto estallar derrumbar volverse convertir aparecer apareció desaparecer mejorar mejoró
    empeorar desarrollar accidente incidente evento crisis desastre avance progreso lograr logró nacer nació
    explotar explotó subir bajar
  `,
  look: `
    ver veo ve vio vi visto viendo mirar miro mira miré observar leer leo lee leyó leí leído oír oigo oye oí
    escuchar escucho escuché notar noté descubrir descubrí mostrar muestra mostró enseñar enseñó visitar visitó
    visitamos admirar
  `,
  thing: `
    llave llaves bolsa bolsas bolso caja cajas silla sillas mesa lámpara taza tazas vaso vasos botella cuchillo
    tenedor plato platos canasta balde cubo escalera cuerda paquete paquetes sobre estampilla sello bolígrafo birome
    pluma lápiz cuaderno carpeta marco reloj vela velas manta cobija almohada toalla espejo juguete juguetes muñeca
    cartera billetera credencial afiche folleto catálogo maleta valija carrito paraguas mochila
  `,
  material: `
    madera roble pino acero hierro cobre bronce plata oro vidrio cristal piedra ladrillo ladrillos arcilla barro
    cemento concreto hormigón yeso pintura barniz cuero lana algodón lino seda papel cartón plástico goma alambre
    cable cables tubo tubos caño caños bomba bombas válvula motor sierra martillo taladro tornillo tornillos clavo
    clavos herramienta herramientas máquina máquinas horno grúa montacargas telar torno
  `,
  group: `
    empresa empresas compañía firma asociación sociedad parroquia iglesia consejo ayuntamiento municipalidad
    alcaldía escuela colegio autoridad ministerio agencia oficina departamento tienda local startup club sindicato
    fundación universidad facultad instituto hospital clínica banco cooperativa cámara gremio partido federación red
    grupo comité comisión sucursal filial patrón editorial museo biblioteca ong consorcio
  `,
  event: `
    feria ferias congreso congresos conferencia inauguración partido visita visitas inspección audiencia examen
    exámenes reunión taller seminario webinar festival concierto estreno función lanzamiento subasta venta carrera
    torneo final gala recepción ceremonia asamblea elección elecciones votación demostración casting entrevista
    charla ponencia jornada jornadas desfile romería
  `,
  trade: `
    panadero* carnicero* agricultor* granjero* campesino* jardinero* carpintero* albañil* pintor* plomero*
    fontanero* gasfiter* electricista* techista* vidriero* herrero* sastre modista* peluquero* peluquera* cocinero*
    mesero* camarero* mozo* maestro* maestra* profesor* profe enfermero* enfermera* médico* partera farmacéutico*
    veterinario* abogado* juez* notario* escribano* contador* arquitecto* ingeniero* programador* desarrollador*
    diseñador* periodista* editor* autor* traductor* fotógrafo* actor* actriz músico* chofer* conductor* piloto*
    capitán* marinero* soldado* policía* bombero* cartero* portero* conserje* bibliotecari* investigador* cura
    párroco pastor consultor* corredor* viticultor* apicultor* librero* alfarero* azafata
  `,
  size: `
    grande grandes chico chica chiquito pequeño pequeña pequeños enorme inmenso gigante largo larga corto corta alto
    alta bajo baja ancho estrecho angosto hondo profundo grueso delgado pesado liviano ligero lleno llena vacío casi
    bastante muy realmente tan demasiado más menos sumamente apenas completamente totalmente entero todo toda medio
    mitad
  `,
  quality: `
    bueno buena buenos lindo linda bonito bonita hermoso hermosa elegante encantador inteligente listo amable
    honesto valiente fiel fresco fresca limpio limpia tranquilo cómodo cómoda acogedor cálido suave sólido firme
    confiable útil práctico moderno nuevo nueva nuevos viejo vieja antiguo antigua famoso popular raro rara especial
    único interesante divertido divertida gracioso rico rica sabroso delicioso generoso perfecto excelente brillante
    espléndido magnífico estupendo genial chévere padrísimo bárbaro
  `,
  bad: `
    malo mala mal peor terrible horrible espantoso feo fea sucio sucia embarrado equivocado roto rota inútil caro
    cara difícil duro dura complicado complicada peligroso arriesgado doloroso ruidoso podrido amargo aburrido lento
    lenta pobre cruel grosero injusto tonto tonta estúpido loco loca caótico caos desorden desastre lío lata
    problema problemas pesadilla infierno quilombo despelote
  `,
  body: `
    cabeza cara ojo ojos oreja oído oídos nariz boca diente dientes muela muelas lengua labio pelo cabello cuello
    hombro hombros brazo brazos codo mano manos dedo dedos pulgar espalda pecho corazón pulmones estómago panza
    barriga cadera pierna piernas rodilla rodillas tobillo pie pies piel hueso huesos músculo muñeca garganta
    cintura
  `,
  nature: `
    mar lago laguna río arroyo estanque cascada playa isla costa acantilado colina cerro cerros valle montaña
    montañas cumbre bosque selva campo campos prado pampa pantano desierto cielo luna estrellas sol atardecer
    amanecer volcán zorro zorros ciervo venado lobo oso jabalí liebre búho lechuza cisne cigüeña* garza águila
    cóndor halcón golondrina* gorrión abeja mariposa libélula rana sapo caracol trucha salmón foca ballena llama
    vicuña
  `,
  daytime: `
    mañana mañanas mediodía tarde tardes noche noches medianoche madrugada día días semana semanas finde mes meses
    año años hoy ayer anteayer primavera verano otoño invierno pascua navidad adviento cuaresma trimestre semestre
    temporada enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre
    quincena feriado puente vacaciones
  `,
  order: `
    primero primer primera segundo segunda tercero tercer tercera próximo próxima siguiente último última anterior
    otro otra otros mismo misma resto parte único doble medio principio fin
  `,
  manner: `
    rápido rápidamente despacio lentamente gustosamente personalmente directamente directo tranquilamente fuerte
    cuidadosamente fácilmente apenas simplemente brevemente bien mal junto juntos solo separado repente
    inmediatamente enseguida poco finalmente afortunadamente desafortunadamente lamentablemente honestamente
    sinceramente francamente realmente ciertamente seguramente obviamente naturalmente normalmente frecuentemente
    raramente nunca siempre efectivamente mientras justo
  `,
  digital: `
    app apps aplicación sitio página portal plataforma navegador pestaña contraseña clave cuenta perfil linkedin
    facebook instagram youtube google chatgpt excel word powerpoint pdf wiki blog boletín podcast tableta tablet
    ipad iphone android pc mac compu computadora ordenador pantalla mouse ratón router servidor respaldo error bug
    actualización planilla dropbox github nube
  `,
  weekday: "lunes martes miércoles miercoles jueves viernes sábado sábados sabado domingo domingos",
  number: `
    uno una dos tres cuatro cinco seis siete ocho nueve diez once doce quince veinte treinta cuarenta cincuenta cien
    mil millón docena decena veintena par pareja vez veces
  `,
  asking: "quién quien qué que dónde donde cuándo cuando porqué cuál cual cuáles cómo como cuánto cuánta cuántos",
  keep: `
    guardar guardo guarda guardado mantener mantengo mantenemos mantiene quedar quedamos queda quedo quedado
    reservar reservo reservado bloquear bloqueado sostener permanecer sigue firme fijo
  `,
};
