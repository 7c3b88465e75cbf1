/** How good a time is in Spanish, and how it is taken and written down, put together of words and frames, for `agreement.ts`. */
import { alternativesOf } from "./role.ts";

/** Of Spain, Mexico, Argentina, Chile and Colombia. */
const good = alternativesOf(`
  bien|muy bien|rebién|rebien|re bien|súper bien|super bien|requetebién|bastante bien|fenomenal|genial|estupendo
  estupenda|estupendamente|perfecto|perfecta|perfectamente|ideal|fantástico|fantástica|fantásticamente|de maravilla
  de lujo|de perlas|de diez|de 10|de fábula|de vicio|de cine|de película|de primera|de pelos|de rechupete|cómodo|cómoda
  bárbaro|bárbara|espectacular|excelente|regio|regia|joya|una joya|impecable|increíble|bacán|bakán|chévere|chido
  padre|padrísimo|a todo dar|al pelo|al tiro|al centavo|del uno|macanudo|conveniente|oportuno|justo|redondo
  como anillo al dedo|como pintado|como de molde|divinamente|divino|a pedir de boca|óptimo|óptima|mejor que bien
  súper|super|guay|dabuten|mortal|brutal|top|okay|ok|vale|correcto|correcta|de acuerdo
  adecuado|adecuada|buenísimo|buenísima|lindo|maravilloso|maravillosa|magnífico|magnífica|sensacional|el mejor
  la mejor|la ideal|el ideal|mi preferida|mi preferido|mi favorita|mi favorito|un placer|un gusto|en orden|listo|tranquilo
`);
const how =
  "(?:muy|súper|super|re|más que|realmente|totalmente|absolutamente|bastante|sumamente|particularmente|la verdad|todo|así|ya|a mí|perfectamente|tan|especialmente|de lo más|por mi parte|por mi lado|también me)";
const verb =
  "(?:va|viene|queda|cuadra|encaja|conviene|acomoda|sirve|funciona|late|parece|cae|resulta|suena|calza|cierra|tinca|coincide|ajusta|pinta|iría|vendría|quedaría|cuadraría|convendría|acomodaría|serviría|encajaría|parecería|funcionaría|gusta|vale)";
const forWriter =
  "(?: (?:para (?:mí|nosotr[oa]s)|a mí|por (?:mi|nuestra) (?:parte|lado)|por acá|por aquí|de mi lado|con mi (?:horario|agenda)|en mi (?:horario|agenda)|a mi (?:horario|agenda)))";
const calendar =
  "(?:mi|nuestra|nuestro|la|el) (?:agenda|calendario|libreta|móvil|celular|teléfono|cuaderno|planificador|horario)";

export const approval = `
  (?:(?<!(?:^| )(?:te|le|les|os) )(?:a mí )?(?:me|nos) )${verb}(?: ${how}){0,5}(?: (?:${good}))${forWriter}?
  (?:(?<!(?:^| )(?:te|le|les|os) )(?:a mí )?(?:me|nos) )(?:cuadra|encaja|conviene|acomoda|sirve|funciona|late|calza|cierra|tinca|cuadraría|encajaría|convendría)(?: (?:perfecto|así|a mí)){0,5}${forWriter}?
  (?:está|estaría|es|sería|será|suena|pinta|queda|quedaría|luce|se ve|se oye|parece|estoy)(?: ${how}){0,5} (?:${good})${forWriter}?|(?:${good})${forWriter}
  (?:a mí )?me (?:va|viene) que ni pintad[oa]

  (?:(?:yo|pues|entonces) )?(?:me quedo con|nos quedamos con|me apunto(?: a| al| para)?|me pido|pillo|agarro|cojo|tomo|tomamos|elijo|escojo|voy con|vamos con|vamos por|voy por|va(?= (?:el|la|para))|voto por|opto por|prefiero|acepto|aceptamos|digo que sí (?:al|a)|le entro(?: al| a)?|jalo(?: el| para)?|apostamos por|dejemos|dejamos|dejémoslo|lo dejamos|hagámoslo|hagamos|pongamos|ponme|ponnos|póngame|póngamos|apúntame|apúnteme|anótame|anóteme|anotame|apuntame|agéndame|agendame|cuenta conmigo|cuente conmigo|contá conmigo|contad conmigo|cuenten conmigo)(?: (?:para|en|con|así|a|al|gusto|el|la|de)){0,5}

  (?:(?:ya|lo|la|los|me|te|nos|he|hemos|tengo|dejo|así|todo) ){0,5}(?:apunté|anoté|agendé|reservé|bloqueé|puse|marqué|registré|apunto|anoto|agendo|bloqueo|apuntado|anotado|agendado|apuntada|anotada|agendada|confirmado|confirmada|apuntamos|anotamos|agendamos|aparté|separé|(?:he|tengo) (?:reservado|puesto|bloqueado|marcado|registrado|separado|apartado))(?: (?:ya|la cita|la hora|la fecha|el hueco|el horario|el turno|todo|así|para|el espacio)){0,5}(?: en ${calendar})?(?=[ ,.!:]|$)
  (?:(?:ya|está|queda|lo tengo|quedó) ){0,5}en ${calendar}

  (?:(?:ahí|allí|allá|acá|aquí|por ahí) )(?:estaré|estaremos|estoy|nos vemos|voy|llego|te veo|le veo|los veo|te espero|me tienes|me tiene|me tenés|caigo|andaré|voy a estar)(?: (?:puntual|sin falta|seguro|con gusto|como un clavo)){0,5}
  (?:estaré|llego|llegaré|voy|iré|paso|pasaré|me acerco|caigo)(?: (?:puntual|sin falta|con gusto|yo|ahí|allí|allá)){0,5} (?:a|por|en) (?:tu|su|vuestra|vuestro|la) (?:oficina|despacho|casa|taller|local|estudio|consulta|tienda|consultorio)
  (?:en|a) (?:tu|su|vuestra|vuestro) (?:oficina|despacho|casa|taller|local|estudio|consulta|tienda|consultorio)
  (?:nos vemos|nos hablamos|hablamos|te veo|le veo|nos estamos viendo|nos leemos)(?: (?:entonces|ahí|allí|allá|pues|ese día|pronto)){0,5}|hasta (?:entonces|ahí|pronto)
  (?:con (?:mucho |muchísimo )?gusto|encantad[oa]) (?:como|ceno|desayuno|almuerzo|charlo|hablo|tomo (?:un )?café|quedo|platico|converso) con (?:usted|vos|ustedes|vosotros|contigo)
  (?:le|te|les|os) (?:confirmo|confirmamos|acepto)(?: (?:que|el|la|para|cita|asistencia|con|gusto|encantad[oa]|hora|fecha|nuestra|nuestro|reunión|encuentro)){0,5}
`;
