/** Common given names and endings of family names in Europe and the Americas; folded, lower case. */

const givenNames: ReadonlySet<string> = new Set(
  `aaron abigail adam adrian agnes ahmed aisha alain alan albert alberto alejandro aleksander alessandro alex alexander alexandra
  alfred ali alice alicia alina alison amanda amelia amelie amina amy ana anastasia anders andrea andreas andres andrew andrzej
  angela angelika anita anja anke anna anne annette annika anthony antoine anton antonio arthur astrid barbara beatrice beatriz
  ben benedikt benjamin bernard bernd bettina bill birgit bjorn bob brian bruno camille carla carlos carmen carol caroline
  catherine cecilia charles charlotte chiara chloe chris christian christina christine christoph christopher claire clara claudia
  claudio colin connor cristina daniel daniela david deborah denis diana diego dieter dimitri dominik dominique donald donna
  dorothea edith eduardo edward elena eleanor elin elisabeth elizabeth ella ellen elsa emil emilia emilie emily emma eric erik
  ernst esther eva evelyn fabian fatima felix fernando filip fiona florian frances francesca francesco francisco francois frank
  franz fred frederic freya gabriel gabriela gareth gary georg george gerard gerd gianluca giorgio giovanni giulia giuseppe gloria
  grace greg greta guillaume gustav hannah hans harold harriet harry hassan heather heidi heinz helen helena helga henrik henry
  herbert hugo ian ibrahim ida ignacio igor ines inge ingrid irene iris irina isabel isabelle ivan jack jacob jacques jakob james
  jan jana jane janet jasmin jason javier jean jeff jennifer jens jeremy jessica jill jim joachim joan joanna joao joe joel johan
  johanna johannes john jon jonas jonathan jorge jose josef joseph joshua juan juana judith julia julian julie jun jurgen karen
  karim karin karl karla katarina kate katharina katherine kathrin katja keith kelly ken kenneth kevin khalid kirsten klaus kristin
  krzysztof lars laura laurent lea leila lena leo leon leonie liam lidia linda lisa lorenzo louis louise luca lucas lucia lucie
  lucy luis luisa lukas luke madeleine magdalena magnus maja manuel manuela marc marcel marco marcus margaret maria marie mario
  marion marius mark markus marta martha martin martina mary mateo mathias matteo matthew matthias maurice max maya megan mehmet
  melanie mia michael michel michelle miguel mike mikhail milan mila miriam mohamed mohammed monica monika morten moritz muhammad
  murat nadia nancy natalia natalie natasha nathalie nathan niamh nicholas nick nicola nicolas nicole niels nils nina noah nora
  norbert oleg olga oliver olivia olivier oscar oskar otto pablo paola paolo pascal patricia patrick paul paula paulina pavel
  pedro penelope peter petra philip philipp philippe phoebe pierre pilar piotr priya rachel rafael rahul rainer ralf ralph ramon
  raquel raul rebecca regina renate rene ricardo richard rita robert roberto robin rodrigo roger roland rolf roman rosa rose ruth
  ryan sabine sally samantha sami samuel sandra santiago sara sarah scott sean sebastian sergei sergio sharon silvia simon simone
  sofia sonia sophia sophie stefan stefanie stephanie stephen steve steven sue susan susanne svein sven svetlana sylvie tania
  tanja tatiana teresa theo theodor theresa thomas tim timo tobias tom tomas tomasz tony ulrich ulrike ursula uwe valentina valerie
  vanessa vera veronica veronika victor victoria viktor vincent virginia vladimir walter wendy werner wilhelm william wolfgang
  yann yasmin youssef yuki yusuf yves zoe zofia`.split(/\s+/),
);

const familyEnding =
  /\p{L}{2}(?:sen|sson|nson|mson|ez|ski|ska|sky|cki|wicz|enko|escu|opoulos|idis|akis|mann|stein|oglu|ovic|evic|ova|eva|quist|strom)$/u;

/** Whether a folded word is surely somebody's name; most names are not listed. */
export const isKnownName = (word: string): boolean => givenNames.has(word) || familyEnding.test(word);
