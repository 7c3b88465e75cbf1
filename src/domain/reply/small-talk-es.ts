/** What people write around a yes in Spanish (`small-talk.ts`). */
import { role } from "./role.ts";
import { thing } from "./small-talk-things.ts";

export const spanish = role(`
  siento (?:mucho )?no haber (?:cogido|contestado|atendido|visto|respondido)~ (?:llamada|mensaje|correo)~|quedo a (?:su|tu|vuestra) (?:entera )?disposición(?: para cualquier (?:consulta|duda|cosa|aclaración|pregunta))?|(?:lo|la|te|le|los) (?:recojo|espero|busco) en (?:recepción|la (?:puerta|entrada|estación|recepción)|el (?:lobby|vestíbulo))|av[ií]s[ae]me si (?:llevo|necesitas que lleve|tengo que llevar) algo
  (?:le|te|les|os) (?:ruego|pido|agradecería|agradezco)(?: que)? (?:me|nos) (?:env[ií]e[ns]?|mande[ns]?|haga[ns]? llegar|pase[ns]?|comparta[ns]?|indique[ns]?) (?:los|las|el|la|un|una) (?:datos|enlace|liga|link|invitación|convocatoria|dirección|ubicación|acceso)~
  (?:para |por )?cualquier (?:cosa|duda|imprevisto)(?=[ ,.!]*$)|\\p{L}+ (?:te|le|os|les) (?:manda|mandan|envía|envían) (?:muchos )?(?:saludos|recuerdos|besos|un (?:abrazo|beso|saludo))
  (?:mucho |mucha )?(?:ánimo|fuerza|suerte)(?: (?:con|en|para))?~
  (?:ya )?(?:me dirás|me dirá|me dices|me dice|dime|dígame)(?: (?:tú|usted))? (?:dónde|cómo|qué)~
  que (?:pase|tenga|tengas|pases)~|(?:vivo|trabajo|vivimos) (?:cerca|al lado|aquí|justo|a la vuelta)~
  gracias por [\\p{L}]+~

  (?:(?:y )?(?:espero|esperamos|esperando|deseo|ojalá|confío en)(?: que)? )(?:est[eé]\\p{L}*|(?:se|te|os) encuentr\\p{L}*|todo|tod[oa]s|tu|te|le|os|la familia|el viaje|la mudanza|haya\\p{L}*|hayas|vaya|tengas?|tengan?|tengáis|su|sus|vosotros|ustedes|haga|pases?|disfrut\\p{L}*|sigas?|sigan?|el (?:fin de semana|tiempo|verano|finde))~

  (?:y )?(?:que )?(?:(?:te|le|os|les) (?:vaya|deseo|deseamos|mejores)|(?:tengas?|tenga|tengan|tengáis|pases?|pase|pasen|paséis|disfrut\\p{L}*|descans\\p{L}*|sigas?) (?:bien|un|una|buen|bonit|el|la|lindo|feliz|del|de|mucho|muy|excelente|tu|su))~
  (?:(?:buen|buena|buenas?|bonit[oa]|lind[oa]|feliz|felices|excelente|estupend[oa]|gran) )(?:y )?~ ?(?:día|tarde|noche|semana|finde|fin de semana|viaje|vuelo|fiestas|vacaciones|puente|año|navidad|domingo|jornada|comienzo|inicio|cumple\\p{L}*|regreso|provecho|verano)~
  cuíd(?:ate|ese|ense|aos)~|disfruta(?:d)?(?: (?:de|del|mucho))?~|enhorabuena~|felicidades~|felicitaciones~
  suerte con~|ánimo(?: con)?~|recuerdos (?:a|para|de)~

  (?:(?:un |muchos |mis |reciba un |recibe un |le mando un |te mando un |con un )?(?:muy )?(?:cordial|cordiales|fuerte|gran|enorme|afectuoso|respetuoso|caluroso|cariñoso|buen)? ?(?:saludos?|abrazos?|besos?|besitos?|besotes?|beso|abracitos?|recuerdos|cariños?)(?: (?:cordial|cordiales|grande|fuerte|enorme|afectuoso|atentos?|muy))*)(?: (?:a|al|para|desde|de|y|en|por|con))?~
  saluda(?:me|s)? (?:a|de)~|dale (?:recuerdos|saludos|un abrazo|un beso)~

  (?:(?:muchas|muchísimas|mil|un millón de|infinitas|tantas) )?(?:gracias)(?: (?:mil|otra vez|de nuevo|de verdad|infinitas|totales|nuevamente))*,? (?:por|a|de|de antemano|y|infinitas)~
  (?:he|hemos) recibido (?:su|tu|vuestro)~|(?:que |y )?(?:le|te|os|les|se lo|te lo|lo) agrade[cz]\\p{L}*~
  agradecid[oa]s?(?: (?:por|de))?~
  (?:qué|eres|es|es usted|son|muy|es muy) (?:muy )?(?:amable|gentil|majo|maja|generos[oa])(?: (?:de|por|al))?~
  (?:es|ha sido) un detalle~

  (?:¡)?qué (?:alegría|ilusión|gusto|bueno|bonito|lindo|ganas|placer|sorpresa|gran|buena|detalle|bien|semana|día|nervios|emoción|felicidad)~
  (?:me|nos) (?:alegr[oa]|alegra|encanta|hace (?:mucha )?ilusión|da (?:mucho|mucha) \\p{L}+)(?: (?:de|mucho|mucha|que|saber|volver|tanto))*~
  (?:muy |tan |súper )?(?:content[oa]s?|feliz|encantad[oa]|ilusionad[oa]) de (?:saber|leer|volver|saludar|conocer|tener|recibir|que)~
  (?:(?:será|sería|ha sido|fue|siempre es) )?(?:todo )?(?:un|mucho) (?:gusto|placer)(?: (?:en|de|saludar|saber|leer|conocer|recibir))?~
  (?:buena|gran|excelente|qué buena|muy buena|genial) (?:idea|noticia|iniciativa|propuesta|sorpresa)~|cuánto tiempo~
  ha pasado (?:mucho|tanto)~|tengo (?:muchas|tantas) ganas~|(?:con|tengo) ganas de~

  (?:por aquí|aquí|acá|por acá|por casa|en casa|nosotros)(?:,)? (?:todo|tod[oa]s|estamos|sigue|hace|muy|con)~
  todo (?:bien|muy bien|genial|estupendo|perfecto|en orden)~
  (?:hace|tenemos|hay)(?: (?:un|una|mucho|muy|tan))* (?:calor|frío|sol|buen|lind|tiempo|día|solazo|fresco)\\p{L}*~
  ando~ (?:cabeza|líos?|carreras|liad[oa]|loc[oa]|trabajo|corriendo)~|(?:ha sido una|vaya|menuda|qué) semana~
  quedo (?:muy )?pendiente(?=[.!, ]*$)|(?:confirmo|acuso) (?:de )?recib(?:id)?o(?=[.!, ]*$| y )

  (?:perdón|perdona|perdone|disculpa|disculpe|siento)(?: por)? (?:no haber|no) (?:contest|respond|escrib)\\p{L}* antes
  (?:(?:mil|muchas|mis) )?(?:perd[oó]n|perdona|perdone|perdonad|disculpa|disculpe|disculpas|disculpen|siento|lamento|lo siento)(?: (?:por|la|el|mi|lo|que|haber|si|responder|contestar|tardar|no haber|las|los))*~ ?(?:demora|retraso|tardanza|tarde|tardar|silencio|antes|espera|respuesta|contestar|responder|faltas|erratas|español)~(?:, (?:ando|estuve|estaba|he estado|esta semana|andaba|hemos)~)?

  (?:(?:por favor |te |le |os )?(?:mando|env[ií]o|paso|env[ií](?:a|e|ame|eme|adme|en|enme)|m[aá]nd(?:a|ame|eme|adme|en)|p[aá]sa(?:me|nos)|p[aá]seme|comparte|compártame|compárteme))(?: (?:me|nos|el|la|los|un|una|por favor|tu|su|tú))* ?(?:${thing})~
  quedo (?:a la espera|a la orden|al tanto|a su|a sus|a tus|a tu|atent[oa]|pendiente de|a disposición|al pendiente|en espera|muy atent[oa])~

  (?:enviado|mandado|escrito|dictado)(?: \\p{L}+)? (?:desde|con|por|de|en)~
  desde mi (?:móvil|iphone|celular|teléfono)~

  (?:te|le|os|les) (?:espero|esperamos)~
  (?:yo )?(?:(?:te|le|os|les|me|lo|la|los) )?(?:llevo|traigo|invito|llevaré|traeré|invitaré|llamo yo|llamaré yo|reservo|preparo|pago|pongo|apunto|agendo|anoto|marco|acerco|acercaré|conecto|conectaré)(?: (?:yo|el|la|los|las|un|una|unos|unas|a|al|en|mi|tu|su|con|por|café|algo))*~
  (?:el |los |las )?(?:café|cafés|comida|desayuno|cañas?|cervezas?|almuerzo|churros|cena|vino)s? (?:corre|corren|va|van|es|son|lo|los)(?: de| por| a)? (?:mi|cuenta|mía|cargo|pago|invito)~
  (?:en el|donde) (?:mismo|sitio|lugar|siempre|lugar de)~|como siempre~|el de siempre
  (?:y )?(?:así )?(?:nos )?ponemos al día~
  cualquier cosa (?:me|te|nos|le) (?:avisas|dices|aviso|avisa|escribes|llamas|cuentas)
`);
