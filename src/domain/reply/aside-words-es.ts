/** Frames of Spanish asides and what may not stand in them (`asides.ts`). */
import { type AsideWords, alternatives } from "./aside-frame.ts";

const deeds = alternatives(`
  llevo|llevaré|llevaremos|llevamos|traigo|traeré|traeremos|enseño|enseñaré|enseñamos|enseñaremos|muestro|mostraré
  mostraremos|preparo|prepararé|preparamos|reservo|reservaré|cocino|cocinaré|horneo|hornearé|compro|compraré|pido
  pediré|invito|invitaré|pago|pagaré|sirvo|cuento|contaré|contamos|contaremos|explico|explicaré|presento|presentaré
  imprimo|imprimiré|presto|prestaré|regalo|regalaré|doy|daré|espero (?:en|a la|junto|fuera|dentro|abajo)|esperaré
  esperamos|abro|abriré|leo|leeré|pongo|pondré|apunto|anoto|adjunto|guardo|guardaré
  dejo (?:el|la|un|una) \\p{L}+ (?:en|abierta|abierto)
`);
const done = alternatives(`
  leído|releído|visto|terminado|acabado|construido|hecho|horneado|impreso|dibujado|pintado|escrito|encontrado
  descubierto|preparado|comprado|traído|aprendido|empezado|escuchado|oído|disfrutado|pensado en|devorado|reunido
  añadido|apuntado|adjuntado
`);

export const spanish: AsideWords = {
  leads: `
    y|además|así|pues|entonces|por cierto|ps|p\\.d\\.|pd|ah|oh|sí|por fin|al fin|de paso|justo|también|luego
    mientras tanto|qué bien
  `,
  doing: `
    (?:mis|los|mi|nuestros) (?:hijos|niños|nenes|chicos|peques|hijo|hija|marido|mujer|esposa|esposo|nietos) (?:está|están|estará|estarán)(?: (?:ya|entonces))? (?:en (?:el cole|la escuela|el colegio|clase|la guardería|el trabajo|fútbol|natación|judo)|con (?:la abuela|los abuelos))
    mi (?:marido|mujer|esposa|esposo|madre|padre|hermana|vecina|suegra) (?:cuida|cuidará|se queda con|se quedará con|recoge|recogerá) (?:a )?(?:los|las|al|la) (?:niños|nenes|chicos|peques|niñas|perro|tienda)
    mi (?:hija|hijo|marido|mujer|madre|familia|esposa|esposo) (?:te|le|os|les) (?:manda|envía) (?:un |muchos )?(?:beso|abrazo|saludo|besos|saludos|recuerdos)
    (?:mi |muchas )?(?:enhorabuena|felicidades|felicitaciones)(?: (?:por|a|de nuevo))*
    (?:yo |nosotros )?(?:te |le |les |os |me |nos |lo |la |los |las |se lo |te lo )*(?:${deeds})
    (?:puedo|podré|podremos|podemos|voy a|vamos a|quiero|queremos|quisiera|me gustaría|nos gustaría|podrás|podrá|vas a|tengo (?:muchas )?ganas de|tengo (?:mucha )?curiosidad por|tengo ilusión por|me muero por)(?: (?:por fin|también|ya))* ?(?:enseñ|mostr|llev|tra|cont|explic|present|regal|prest|le|escuch|conoc|habl|prob|aprend|descubr|compart|coment|charl|o|prepar|cocin|pregunt)(?:ar|er|ir|eer|aer|r|ír)?(?:te|le|les|os|lo|la|los|las|nos|telo|selo)*
    (?:(?:yo )?(?:te |le |les |os |me |nos |lo |la )?(?:he|hemos))(?: (?:por fin|ya|también|recién))* (?:${done})
    (?:mi|mis|nuestr[oa]s?) (?:hija|hijo|hijos|niños|mujer|marido|madre|padre|padres|perro|perra|gato|equipo|compañeros|hermano|hermana) (?!(?:va|puede|tiene|irá|vendrá)(?!\\p{L}))(?:te|le|os|les)(?!\\p{L})
    (?:ya )?(?:avisé|he avisado|hemos avisado|avisamos) (?:en|a)(?: la)? (?:recepción|portería|entrada)
    (?:en )?(?:recepción|portería) (?:ya )?(?:lo saben|sabe|saben|te espera|le espera)
    mi (?:tren|vuelo|avión|autobús) llega (?:mucho|bastante|con tiempo|bien|a tiempo)(?: antes)?
    (?:aprovecho|aprovecharé|aprovechamos) para
    adjunto|adjunta|abajo (?:está|tienes|tiene)|aquí (?:va|tienes|tiene)|(?:la|mi|nuestra) dirección (?:es|está)
    (?:tenemos|tengo)(?: \\p{L}+){0,4} (?:cafetera|café|té|tarta|pastel|vistas|jardín|terraza|balcón|cocina|cantina|perro|sofá|aparcamiento|sala|panadería|taller|fruta|galletas)
    (?:acabo|acabamos|terminé|acabé|leí|releí|vi|encontré|descubrí|compré|hice|construí|aprendí|escuché|disfruté|preparé|imprimí|escribí|recordé|empecé|recuerdo)(?: de (?:terminar|leer|acabar|ver|imprimir|encontrar|descubrir|comprar|recibir (?:su|tu)))?
    (?:tengo|tenemos|hay)(?: (?:también|ya))* (?:muchas?|muchos|varias|varios|algunas|algunos|unas cuantas|un par de|buenas|un montón de|mil)(?: \\p{L}+)? ?(?:preguntas|ideas|noticias|cosas|historias|fotos|muestras|novedades|ganas|dibujos|apuntes|curiosidad|ejemplos)
    (?:estoy|estamos|soy|somos)(?: (?:muy|tan|súper|ya))* (?:curios\\p{L}+|ilusionad\\p{L}+|impresionad\\p{L}+|agradecid\\p{L}+|emocionad\\p{L}+|content\\p{L}+|encantad\\p{L}+|fan|el de|la de|en la puerta (?!de)|en el portal|al lado|justo|enfrente|en la (?:primera|segunda|tercera|última) planta)
    (?:me|nos) (?:encant|gust|fascin|inspir|impresion|ayud|emocion|divirt|sorprend|conmov|apasion|llam\\p{L}* la atención|hizo (?:mucha )?(?:gracia|ilusión)|hace (?:mucha )?(?:gracia|ilusión))\\p{L}*
    (?:será|sería|va a ser) (?:muy |un gran |un |una )*(?:placer|divertid\\p{L}+|interesante|bonito|genial|estupendo|útil|alegría|honor|gusto)
  `,
  telling: `
    (?:te |le |les |os |me |nos |lo |la )?(?:he|hemos)(?: (?:por fin|ya|también|recién))* \\p{L}{2,24}(?:ado|ido|ído)(?!\\p{L})
    (?:te|le|os) (?:debo|debemos|admiro|sigo|envidio|deseo|deseamos|agradezco|felicito|leo|recuerdo)
    (?:te|le|os|les) (?:recojo|recogeré)
    vas a|podrás|podrá|verás|verá|encontrarás|encontrará|reconocerás|puedes|puede
    (?:el|nuestro|mi) (?:perro|gato|jardín|café)|(?:la|nuestra|mi) (?:cafetera|terraza|gata|perra)
  `,
  arriving: `
    (?:solo |simplemente |por favor |puedes |puede |mejor )?(?:toca|toque|tocar|llama|llame|llamar|timbra|timbre|aparca|aparque|aparcar|sigue|siga|sube|suba|subir|baja|baje|entra|entre|entrar|pasa|pase|cruza|cruce|gira|gire|busca|busque|buscar|pregunta|pregunte|preguntar|trae|traiga|trae|ven|venga|coge|coja|toma|tome|pulsa|pulse|empuja|empuje|fíjate|fíjese|ponte|póngase) (?:al|a la|el|la|los|las|un|una|por (?:mí|la|el)|en|con|hasta|directamente|sin (?:llamar|problema)|hambre|tu|su|ropa|calzado|a)
  `,
  greeting: `
    (?:\\p{L}+ ){0,4}?(?:te|le|os|les) (?:manda|mandan|envía|envían)(?: \\p{L}+){1,3}
    (?:\\p{L}+ ){0,4}?(?:te|le|os|les) saludan?
    (?:saludos|recuerdos|besos|abrazos) (?:a|de|para)(?: \\p{L}+){1,6}
  `,
  things: `
    (?:el|la|los|las|nuestr\\p{L}+|mi|hay|tenemos|es)(?: \\p{L}+){0,3}? (?:entrada|puerta|timbre|portero|edificio|oficina|taller|estudio|casa|cafetería|café|panadería|restaurante|cantina|bar|terraza|jardín|patio|aparcamiento|parking|garaje|ascensor|escalera|recepción|portal|planta|piso|sala|estación|parada|tranvía|metro|autobús|bus|esquina|calle|plaza|parque|tienda|biblioteca|mercado|puente|museo|hotel|cartel|cocina|pastel|tarta|té|galletas|sitio|wifi)
    (?:nosotros |yo )?(?:estamos|estoy|nos encontrarás|me encontrarás|nos verás|trabajo|trabajamos|vivo|vivimos) (?:en (?:la|el) \\p{L}+ (?:planta|piso)|justo|al|detrás|delante|enfrente|junto|cerca|encima)
  `,
  whereabouts: `
    en|al|sobre|detrás|delante|cerca|junto|lado|enfrente|frente|encima|debajo|entre|derecha|izquierda|fondo|fuera
    dentro|por|bajo|arriba|abajo|atrás
    buen|buenos?|buenas?|bonit\\p{L}+|excelentes?|rico|rica|ricos|ricas|delicios\\p{L}+|mejor|mejores|gratis
    gratuit\\p{L}+|libre|libres|caliente|roj[oa]|verde|azul|amarill[oa]|blanc[oa]|negr[oa]|pequeñ[oa]|grande
    viej[oa]|nuev[oa]|siempre
  `,
  praised: `
    (?:tu|su|tus|sus|vuestr[oa]s?|fue|ha sido|es|eso|esto|qué|vaya|eres|es usted|nuestra última|la última)
  `,
  praise: `
    bien|buen|buenos?|buenas?|bonit\\p{L}+|genial|geniales|maravillos\\p{L}+|estupend\\p{L}+|fantástic\\p{L}+
    increíbles?|magnífic\\p{L}+|excelentes?|interesantes?|inspirador\\p{L}*|inspirad\\p{L}+|impresionantes?|útil
    útiles|amables?|generos\\p{L}+|divertid\\p{L}+|reír|grat[oa]|placer|alegría|gusto|gustó|gustado|encantó|encantado
    ayudó|ayudado|emocionó|fascinantes?|delicios\\p{L}+|brillantes?|sol|crack|ángel|joya|maravilla|lujo|gozada
    obra maestra
  `,
  obstacles: `
    derrib\\p{L}+|congelad\\p{L}+|alérgic[oa]|reposo|permiso|sin voz|banco|cuentas|sacó
    rob(?:aron|ó|ado)|robo|accidente|ambulancia|caser[oa]|cerradura|hospital|dado (?:su|tu|el|la)|vend\\p{L}+
    en el taller|el coche|la furgoneta
    adoro esperar|imprevist\\p{L}+|lápiz|depend\\p{L}+
    visados?|embajada|pasaporte|demasiado (?:lejos|grande|pequeñ[oa]|larg[oa])|lejísimos|festivo|cortad[oa]s?|compromisos?
    (?:seremos|somos|estaremos|vamos a ser|iremos) (?:dos|tres|cuatro|cinco|seis|siete|ocho|\\d+|vari[oa]s)
    para (?:dos|tres|cuatro|cinco|seis|siete|ocho|diez|\\d+) (?:personas|gente)|cruz\\p{L}+ los dedos|tocar? madera|toco madera
    en persona|por (?:teléfono|vídeo|video)|jurado|trampa|esperar|ahora (?:en|está en)|carreteras? (?:está|están|estaba)
    no|nunca|jamás|nada|nadie|ningun[oa]?|ningún|sin|ni|tampoco|apenas|salvo|excepto|menos|pero|aunque|sino
    sin embargo|a pesar|o|u|si|solo|sólo|solamente|únicamente|siempre que|siempre y cuando|a menos|en vez|en lugar
    más bien|otr[oa]s?|sólo si|de lo contrario
    quizás?|tal vez|a lo mejor|igual|posible\\p{L}*|probable\\p{L}*|seguramente|debería\\p{L}*|debo|debemos|hay que
    tengo que|tenemos que|podría|pudiera|ojalá|espero que|creo|supongo|pienso|parece|al parecer|supuestamente|casi
    intent\\p{L}*|finj\\p{L}*|imagin\\p{L}*|dud\\p{L}*|quisiera poder|sueñ\\p{L}*
    cancel\\p{L}*|anul\\p{L}*|aplaz\\p{L}*|pospon\\p{L}*|pospuest\\p{L}*|cambi\\p{L}*|mov(?:er|ido|emos)\\p{L}*
    mueve\\p{L}*|reprogram\\p{L}*|modific\\p{L}*|acort\\p{L}*|retras\\p{L}*|adelant\\p{L}*|elimin\\p{L}*|borr\\p{L}*
    rechaz\\p{L}*|declin\\p{L}*|renunci\\p{L}*|retir\\p{L}*|olvid\\p{L}*|ignor\\p{L}*|falt(?:o|aré|amos|ar)
    perd(?:er|ido|í|imos)\\p{L}*|pierdo|dej(?:o|é|ar|amos) de|dimit\\p{L}*|suspend\\p{L}*
    cerrad[oa]s?|cierra\\p{L}*|rot[oa]s?|quemad[oa]s?|inundad[oa]s?|llen[oa]s?|complet[oa]s?|ocupad[oa]s?
    reservad[oa]s? (?:para|por|a)|bloquead[oa]s?|prometid[oa]s?|liad[oa]s?|ausentes?|enferm[oa]s?|hospital|clínica
    médic[oa]|doctor[a]?|dentista|operación|cita|funeral|entierro|boda|juicio|juzgado|examen|parto|nacimiento
    vacaciones|viaj\\p{L}*|vuel[oa]s?|avión|aeropuerto|huelga|atasco|baja|jubil\\p{L}*|despid\\p{L}*|muert[oa]s?
    murió|muere|obras|reforma|incendio|mudanza|mudamos|fuera de|lejos|tarde|temprano|pronto
    él|ella|ellos|ellas|alguien|quien|quién|jef[ea]s?|director\\p{L}*|asistente|secretari[oa]|compañer[oa]s?
    soci[oa]s?|equipo|abogad[oa]s?|policía|mujer|marido|espos[oa]|niñ[oa]s?|hij[oa]s?|gemel[oa]s|madre|padre|mamá
    papá|padres|herman[oa]s?|tí[oa]s?|abuel[oa]s?|familia|amig[oa]s?|vecin[oa]s?|client\\p{L}+|pacientes?
    estudiantes?|alumn[oa]s?|suplente|sustitut[oa]s?|sustituir\\p{L}*|sucesor\\p{L}*|competencia|inversor\\p{L}*
    auditor\\p{L}*|notario|ministr[oa]|por mí|en mi (?:lugar|nombre)
    error|errores|respuestas?|contrapropuesta|proveedor\\p{L}*|solución|reuniones|audiencia|lista de espera
    (?:es|era|fue) (?:el|la|mi|nuestr[oa])|buen intento|equivocad[oa]s?|equivoqué|broma\\p{L}*|bromeo|mentira|miento
    correcci\\p{L}+|quería decir|en realidad|da igual|ironía|ridícul\\p{L}+|horrible|terrible|aburrid[oa]
    decepcion\\p{L}*|lamentablemente|mal|mala|paso(?=[ .!,]*$)|partido|desde|car[oa]s?|desgraciadamente|por desgracia|lástima|triste|lament\\p{L}*|sient[oe]|tem[oe]
    preocup\\p{L}*|problemas?|difícil|complicad[oa]|imposible|riesgo|lent[oa]|dice|dicen|dijo|dijeron|dicho
    consult\\p{L}*|compr(?:ueb|ob)\\p{L}*|confirm\\p{L}*|decid\\p{L}*|decisión|permi\\p{L}*|aprueb\\p{L}*
    aprob\\p{L}*|acuerdo|aviso|avisaré|avisar|ver si|a ver|miro|averigu\\p{L}*|saber|sé|preguntar(?:é|le|les)
    pregunto a|buscar(?:é|emos)? (?:a|otr)
    (?:ese|este|aquel|mismo) (?:día|momento|mes|año|rato)
    (?:esa|esta|aquella|misma) (?:tarde|mañana|noche|semana|hora|fecha)|a esa hora|en ese|todo el|toda la|días?
    semanas?|finde|fin de semana|mes|meses|años?|trimestre|minutos?|horas?|media|cuarto|hasta|antes|después|durante
    mientras|cuando|porque|ya que|desde que|hoy|ayer|mañana|noche|mediodía|medianoche|próxim[oa]s?|siguientes?|enero
    febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|primavera|verano|otoño
    invierno|navidad|huso|agenda|calendario|videollamada|en línea|a distancia|distint[oa]s?|diferentes?
    nuev[oa]s? (?:fechas?|horas?|horarios?|propuestas?)
  `,
};
