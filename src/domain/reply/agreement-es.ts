/** Set phrases of agreement in Spanish, for `agreement.ts`. */
export const spanish = `
  no (?:hay|tengo|tenemos|veo) (?:ning[uú]n )?(?:problema|problemas|inconveniente|inconvenientes|drama|impedimento) (?:con|para|en)|no se hable más|jala(?=[.!, ]*$)|(?:me |yo (?:me )?)iría con
  (?:un )?sí (?:rotundo|enorme|grande|clarísimo|como una casa)(?: (?:al?|para))?|(?:me|nos) (?:complace|alegra|es grato|honra) (?:confirmar|aceptar)(?:le|te|les|os)?
  (?:(?:me|nos) (?:gustaría|encantaría)|quisiera|quisiéramos|deseo) (?:tomar|reservar|elegir|escoger|coger|confirmar|quedarme con)(?: (?:el|la|ese|su) (?:horario|hueco|turno|cita|hora))?(?: del?)?
  (?:dejamos|dejo|queda|dejemos) (?:fijad[oa]|cerrad[oa]|apuntad[oa]|acordad[oa])|veámonos|reunámonos|juntémonos|hablemos|espléndid[oa]|es (?:lo|el|la) que mejor (?:me|nos) (?:va|viene|queda)|(?:iré|vendré|acudiré) (?:encantad[oa]|con (?:mucho )?gusto)|buen plan|quedemos|tomemos|fijemos|cerremos|reservemos|agendemos|hablamos encantad[oa]s
  (?:está|queda|lo tengo|ya está)(?: (?:marcad[oa]|anotad[oa]|apuntad[oa]|subrayad[oa]))?(?: (?:en|con) (?:rojo|verde|negrita|mayúsculas))? en (?:mi|nuestra|la) (?:agenda|libreta)|en (?:mi|nuestro|el) calendario
  (?:sería|será) (?:precioso|preciosa|maravilloso|bonito|lindo|hermoso|un gusto|una alegría)|qué (?:maravilla|gusto|alegría|gozada)(?=[.!, ]*$)|invito yo|va(?=[,.!]|$)
  todo (?:bien|ok|perfecto|listo|en orden|correcto)
  con (?:muchísimo|mucho|todo el|el mayor|sumo|enorme|muchísima|mucha|todo) (?:gusto|placer|alegría|ilusión|cariño)
  (?:me|nos) (?:alegra|encanta|hace ilusión)(?: mucho)? (?:nuestra|la) (?:charla|conversación|reunión|llamada|cita)(?: del?)?
  trato (?:hecho|cerrado)|est(?:á|aría)(?: (?:muy|súper|más que))? (?:bien|perfecto|genial|estupendo)
  (?:de|entre) (?:las|los|sus|tus|vuestras)(?: (?:dos|tres|cuatro|cinco|[2-5]))? (?:opciones|propuestas|fechas|horas|horarios|huecos|alternativas)
  (?:es|sería) (?:la|el) (?:mejor|ideal|perfect[oa])(?: (?:para|opción|hora|momento))*(?= para (?:mí|nosotros))
  para nosotr[oa]s|así que|así pues
  (?:me|nos) (?:va|viene|queda|cae)(?: (?:muy|súper|de))* (?:bien|fenomenal|maravilla|perlas|perfecto|genial|estupendo|ideal)
  (?:elijo|escojo|opto por|elegimos|optamos por)|(?:lo|la|me lo|nos lo) (?:apunto|anoto|reservo|agendo|bloqueo)
  (?:queda|quedo|quedamos)(?: (?:todo|ya|muy))* (?:confirmad[oa]|agendad[oa]|apuntad[oa]|reservad[oa]|anotad[oa])s?
  (?:les?|te|os) confirm(?:o|amos)(?: (?:nuestra|la|mi|el|para|con gusto|encantad[oa]|cita|reunión|asistencia|llamada))*

  (?:me|nos) (?:va|viene|vendría|iría|cae|queda|quedaría|resulta|conviene|encaja|cuadra|late|acomoda|parece|encanta|gusta|apunto|animo|sumo|sirve|funciona)(?: (?:muy|súper|super|bastante))? ?(?:bien|cómodo|cómoda|conveniente|adecuado|perfecto|perfecta|genial|estupendo|estupendamente|fantástico|ideal|excelente)?
  (?:le |te |les |os )?(?:confirmo|confirmamos|acepto|aceptamos|elijo|escojo|reservo|anoto|agendo|apunto|bloqueo|opto por|tomo|tomamos|espero)(?: (?:mi|la|nuestra|su|tu|con|mucho|gusto|encantad[oa]|invitación|propuesta|cita|reunión|gustosamente|en|agenda))*
  asistiré|acudiré|asistencia|presencia
  (?:estaré|estaría|estoy|estamos|estaremos|quedo)(?: (?:muy|súper|totalmente))? (?:encantad[oa]s?|content[oa]s?|feliz|felices|disponibles?|libres?|de acuerdo|list[oa]s?|ahí|allí|conforme|honrad[oa])(?: (?:de|en|con) (?:\\p{L}*(?:conversar|charlar|hablar|ver|reunir|recibir|atender|acompañar|conocer|asistir|saludar|acudir|participar)\\p{L}*))?
  (?:será|sería|es) (?:un|todo un) (?:placer|gusto|honor)(?: (?:\\p{L}+(?:rl[eoa]s?|rte|ros|rnos|ar|er|ir)))?
  estupend[oa]|fantástic[oa]|maravillos[oa]|excelente|magnífic[oa]|fabulos[oa]|espectacular|sensacional|divino
  cómodo|conveniente|oportuno|factible|viable|óptimo|inmejorable|padrísimo|perfectísimo|macanudo|bacán|copado|regio
  pura vida|nos (?:hablamos|encontramos|juntamos|reunimos|conectamos|saludamos)|joya|chido|guay|agendad[oa]
  apuntad[oa]|anotad[oa]|confirmad[oa]s?|hech[oa]|quedamos así|va que va|venga|hala|órale|ándale|sí señora?
  buena idea|gustosamente|con (?:mucho |todo )?(?:gusto|placer)|(?:la|lo|las) acepto(?: para)?|sale(?=[.!, ]*$)
  vale(?=[.!, ]*$)|(?:puedes?|pueden) contar conmigo|hablamos|ahí me tienes|me viene
  (?:pues )?(?:eso|así) (?:mismo|quedamos|haremos)
`;
