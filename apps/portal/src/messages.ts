/**
 * The page's texts in Tibetan and English, by the key that an element of index.html names in `data-text` (its text) or `data-label`
 * (its `aria-label`). The Chinese original stands in index.html itself, so that it is there without script. The Tibetan is a draft
 * that awaits review by a native speaker, and the page says so.
 */
export const messages = {
  'document-title': {
    bo: 'འཆར་རིས་གཅིག་མཐའ་འཁྱོལ་བྱེད་པ། བོད་ལྗོངས་གྲོང་གསེབ་འཕེལ་རྒྱས་ཀྱི་གཞི་གྲངས། (དཔེ་སྟོན་དྲ་ཚིགས)',
    en: 'One blueprint, drawn to the end: village development in Xizang (demonstration)',
  },
  skip: { bo: 'ནང་དོན་གཙོ་བོར་མཆོང་།', en: 'Skip to main content' },
  'notice-name': { bo: 'དཔེ་སྟོན་དྲ་ཚིགས།', en: 'Demonstration' },
  notice: { bo: 'སྲིད་གཞུང་སྡེ་ཁག་གང་གི་ཡང་ཚབ་མི་བྱེད།', en: 'This site represents no authority.' },
  'notice-more': { bo: 'གསལ་བཤད།', en: 'About' },
  languages: { bo: 'སྐད་ཡིག', en: 'Language' },
  large: { bo: 'ཡིག་གཟུགས་ཆེན་པོ།', en: 'Large text' },
  dark: { bo: 'མདོག་མཐུག', en: 'Dark' },
  site: { bo: 'འཆར་རིས། · གྲོང་གསེབ་འཕེལ་རྒྱས་ཀྱི་གཞི་གྲངས།', en: 'Lantu · Village development data' },
  trail: { bo: 'ད་ལྟའི་གནས།', en: 'Breadcrumb' },
  home: { bo: 'གཙོ་ངོས།', en: 'Home' },
  theme: { bo: 'འཆར་རིས་གཅིག་མཐའ་འཁྱོལ་བྱེད་པ།', en: 'One blueprint, drawn to the end' },
  lead: {
    bo: 'གྲོང་སྡོད་ལས་དོན་རུ་ཁག་ཐེངས་བཅུ་བཞི་པ་དང་ཐེངས་བཅོ་ལྔ་པ་བརྗེ་རེས་བྱེད་སྐབས། ཚགས་པར་གྱིས་གྲོང་ཚོའི་རྣམ་གྲངས་དང་མ་དངུལ། ཡོང་འབབ། རྩིས་སྤྲོད། ཞབས་ཞུ་བཅས་ཀྱི་གྲངས་ཀ་བཀོད་ཡོད། འདིར་གྲངས་ཀ་དེ་དག་རེ་རེ་བཞིན་བཤུས་ཡོད་ཅིང་། ཚང་མའི་མ་ཡིག་ལ་བལྟ་ཐུབ།',
    en: 'What a newspaper printed as the fourteenth batch of village work teams handed over to the fifteenth: projects, funding, income, services. Its figures are transcribed here, each with the sentence it comes from.',
  },
  contents: { bo: 'ངོས་འདིའི་ནང་དོན།', en: 'On this page' },
  income: { bo: 'མཉམ་སྡེའི་དཔལ་འབྱོར་ཡོང་འབབ།', en: 'Collective income' },
  'income-text': {
    bo: 'མངའ་རིས་ས་ཁུལ་མཚོ་ཆེན་རྫོང་གི་བཀྲ་རི་གནམ་མཚོ་སྡེ་ཁུལ་གྱིས་བོད་སྤོས་བཟོ་གྲྭ་དང་། མི་རིགས་ལག་ཤེས་བཟོ་ལས། འཛུགས་སྐྲུན་རྒྱུ་ཆ་དང་དངོས་རྒྱུན་སོགས་མཉམ་སྡེའི་དཔལ་འབྱོར་རྣམ་གྲངས་ 8 ལ་རྒྱབ་སྐྱོར་བྱས་ཏེ་སྡོད་དམངས་ཀྱི་ཡོང་འབབ་འཕར་དུ་བཅུག',
    en: 'In Coqên County, Ngari, the Zharinanmucuo community built up eight collective businesses, among them Tibetan incense, handicrafts, and building materials and haulage, to raise its residents’ income.',
  },
  'income-wide': { bo: 'རང་སྐྱོང་ལྗོངས་ཡོངས་དང་ལྷ་ས།', en: 'The whole region, and Lhasa' },
  projects: { bo: 'རྣམ་གྲངས་དང་མ་དངུལ།', en: 'Projects and funding' },
  'projects-text': {
    bo: 'ལོ་གསུམ་རིང་གྲོང་སྡོད་ལས་དོན་རུ་ཁག་གིས་གྲོང་ཚོའི་ཐོན་ལས་རྣམ་གྲངས་ཡར་ཞུ་བྱེད་པར་རོགས་བྱས་པ་དང་། གྲོང་སྡོད་ལས་དོན་གྱི་དངུལ་བཏང་། ཕ་ཡུལ་གྱི་ཡུལ་ལྗོངས་དང་ཐོན་རྫས་ངོ་སྤྲོད་བྱས།',
    en: 'Over three years the work teams helped villages to file industry projects, spent their work funding, and spoke up for the places and products of the countryside.',
  },
  handover: { bo: 'བརྗེ་རེས་རྩིས་སྤྲོད།', en: 'Handover' },
  'handover-text': {
    bo: 'རུ་ཁག་ཐེངས་བཅུ་བཞི་པས་ཐོ་གཞུང་ལྟར་རེ་རེ་བཞིན་རྩིས་སྤྲོད་བྱས་ནས་ཐེངས་བཅོ་ལྔ་པས་མུ་མཐུད་པ་རེད། གྲོང་ཁྱེར་དང་ས་ཁུལ་བདུན་གྱི་གྲོང་ཚོའི་གྲངས་ལ་ཁྱད་པར་ཆེན་པོ་ཡོད་པས། རྩིས་སྤྲོད་ཀྱི་ལས་ཀ་ཡང་མང་ཉུང་མི་འདྲ།',
    en: 'The fourteenth batch hands over item by item, from a checklist, and the fifteenth carries on. The seven prefectures differ widely in how many villages they have, and so in how much there is to hand over.',
  },
  checklist: { bo: 'ངེས་པར་སྤྲོད་དགོས་པ་བཅུ།', en: 'Ten things to hand over' },
  'checklist-text': { bo: 'གསར་འགྱུར་ནང་བདུན་བཀོད་ཡོད།', en: 'The report names seven:' },
  'checklist-1': { bo: 'གྲོང་ཚོའི་གནས་ཚུལ་དང་མང་ཚོགས་ཀྱི་བསམ་འདུན།', en: 'Village conditions and residents’ views' },
  'checklist-2': { bo: 'རྣམ་གྲངས་འཛུགས་སྐྲུན།', en: 'Project construction' },
  'checklist-3': { bo: 'དམངས་འཚོའི་དོན་དངོས།', en: 'Practical matters of livelihood' },
  'checklist-4': { bo: 'གཞི་རིམ་ཏང་འཛུགས་སྐྲུན།', en: 'Grassroots Party building' },
  'checklist-5': { bo: 'བདེ་འཇགས་དང་བརྟན་ལྷིང་།', en: 'Safety and stability' },
  'checklist-6': { bo: 'དངུལ་དང་རྒྱུ་ནོར།', en: 'Funds and assets' },
  'checklist-7': { bo: 'ཡིག་ཚགས་དང་ཐོ་དེབ།', en: 'Files and ledgers' },
  explain: { bo: 'གསལ་པོར་བཤད་དགོས་པ་གསུམ།', en: 'Three things to explain' },
  'explain-text': { bo: 'རུ་མི་རྙིང་པས་རུ་མི་གསར་པར་ངོ་ཐུག་གིས་བཤད་པ་ནི།', en: 'The old team tells the new one, face to face:' },
  'explain-1': { bo: 'ལས་དོན་གཙོ་བོ་སྤེལ་བའི་དཀའ་གནད།', en: 'What makes the key work hard' },
  'explain-2': { bo: 'ད་ལྟའི་ཞན་ཆ་དང་གནད་དོན།', en: 'Where it falls short today' },
  'explain-3': { bo: 'རྗེས་ཀྱི་ལས་དོན་འཆར་གཞི།', en: 'What is planned next' },
  checked: { bo: 'ཞིབ་བཤེར་རྣམ་གྲངས་གསུམ།', en: 'Three things checked' },
  'checked-text': {
    bo: 'རྒྱ་ཚ་རྫོང་གིས་ལྟ་སྐུལ་བྱེད་སྐབས་གཙོ་བོར་ཞིབ་བཤེར་བྱས་པ་ནི།',
    en: 'What supervisors in Gyaca County looked at:',
  },
  'checked-1': { bo: 'རྩིས་སྤྲོད་ནང་དོན་ཚང་མིན།', en: 'Whether the handover is complete' },
  'checked-2': { bo: 'ཡིག་ཚགས་ཉར་ཚགས་ཚད་ལྡན་ཡིན་མིན།', en: 'Whether files are in order' },
  'checked-3': { bo: 'རྒྱུ་ནོར་དང་རྩིས་ཐོ་མཐུན་མིན།', en: 'Whether assets match the ledger' },
  services: { bo: 'མི་དམངས་ལ་ཞབས་ཞུ།', en: 'Services to residents' },
  'services-text': {
    bo: 'ཚབ་ཉོ་ཚབ་སྒྲུབ་དང་། སྨན་བཅོས་ལ་འགྲོགས་པ། འགལ་ཟླ་འདུམ་འགྲིག ཉེན་ཁ་སེལ་བ། ཟ་ཁང་དང་སློབ་ཁང་གཉེར་བ་བཅས་ཡིན། འདིར་ཐེངས་གྲངས་ཁོ་ན་ལས། སྡོད་དམངས་སུའི་མིང་དང་གནས་ཚུལ་ཡང་མེད།',
    en: 'Errands run, visits to the doctor accompanied, disputes settled, hazards found and put right, a canteen and a school for elders. These are counts only: no resident’s name or circumstances.',
  },
  'services-community': { bo: 'མཚོ་ཆེན་རྫོང་གི་བཀྲ་རི་གནམ་མཚོ་སྡེ་ཁུལ།', en: 'Zharinanmucuo community, Coqên County' },
  'services-elsewhere': {
    bo: 'དཔའ་ཤོད་རྫོང་གི་གྲོང་ཚོ་ཞིག་དང་མེ་ཏོག་རྫོང་།',
    en: 'Kading village, Baxoi County, and Mêdog County',
  },
  simulated: { bo: 'ལད་བཟོས་གཞི་གྲངས་ལ་བལྟ་བ།', en: 'A first look at simulated data' },
  'simulated-text': {
    bo: 'གསལ་བསྒྲགས་ཡིག་ཆའི་ནང་འདི་ལྟར་ཞིབ་པའི་གྲོང་ཚོའི་གཞི་གྲངས་མེད། གཤམ་གྱི་རི་མོའི་གྲངས་ཀ་རྣམས་བྱ་རིམ་གྱིས་བཟོས་པ་ཡིན་པས། མཉེན་ཆས་ཚོད་ལྟ་བྱེད་པ་ཁོ་ནར་སྤྱོད་པ་ལས་ལུང་འདྲེན་བྱེད་མི་རུང་། གྲོང་ཚོ་དངོས་ལ་གཞི་བཅོལ་ཞིང་། གོང་དུ་བཤུས་པའི་གྲངས་ཀ་དང་བསྟུན་ཡོད།',
    en: 'No open data on villages go into such detail. The numbers in these charts are made by a program, to try the software at full size; they must not be cited. They are keyed to the real villages and calibrated to the figures transcribed above.',
  },
  'simulated-all': { bo: 'ཚང་མ་ལད་བཟོས་གཞི་གྲངས་ཡིན།', en: 'All of this is simulated.' },
  'simulated-warning': {
    bo: 'སྡོམ་རྩིས་མིན་ལ། གྲོང་ཚོ་གང་གི་ཡང་གནས་ཚུལ་དངོས་མི་མཚོན།',
    en: 'These are not statistics, and they say nothing about any real village.',
  },
  about: { bo: 'ཐོན་ཁུངས་དང་གསལ་བཤད།', en: 'Sources and notes' },
  'about-text': {
    bo: 'གྲངས་ཀ་རེ་རེར་ས་ཁུལ་དང་དུས་ཚོད། རྩི་གཞི། ཐོན་ཁུངས་བཅས་མཚོན་ཡོད།',
    en: 'Every figure comes with its place, period, unit and source.',
  },
  articles: { bo: 'བཤུས་པའི་གསར་འགྱུར།', en: 'The reports transcribed' },
  'articles-text': {
    bo: 'གཞིར་བཟུང་བའི་ཚགས་པར་གྱི་ཤོག་ངོས་སུ་ཚགས་པར་གྱི་མིང་དང་ཚེས་གྲངས་བཀོད་མེད། ནང་དོན་ལྟར་ན་ 2026 ལོའི་ཡིན། ཁ་བྱང་དང་རྩོམ་པ་པོའི་མིང་གཤམ་གསལ་ལྟར།',
    en: 'The newspaper page shows neither the paper’s name nor its date; by its content it is of 2026. Titles and by-lines as printed:',
  },
  example: { bo: 'གྲངས་ཀ་ཞིག་གང་ནས་བྱུང་བ།', en: 'Where a number comes from' },
  'example-text': {
    bo: 'བཀྲ་རི་གནམ་མཚོ་སྡེ་ཁུལ་གྱི་ཡོང་འབབ་དཔེར་བཞག་པ་ཡིན། རི་མོ་དང་གྲངས་ཀ་རེ་རེའི་འོག་གི་ཐོན་ཁུངས་འདི་ལྟར་ཁ་ཕྱེ་ཆོག',
    en: 'The income of the Zharinanmucuo community as an example. The sources under every chart and figure open in the same way.',
  },
  reading: { bo: 'གྲངས་ཀ་འདི་དག་ཀློག་སྟངས།', en: 'How to read these numbers' },
  'term-transcribed': { bo: 'ཡིག་བཤུས།', en: 'Transcribed' },
  'term-transcribed-text': {
    bo: 'གསར་འགྱུར་མ་ཡིག་གི་གྲངས་ཀ་ཇི་མ་ཇི་བཞིན་བཤུས་པ་ལས་ཚོད་དཔག་བྱས་མེད། འཕར་ཚད་ནི་བཤུས་པའི་གྲངས་ཀ་གཉིས་ལས་རྩིས་པ་ཡིན།',
    en: 'Figures are copied as the report prints them; nothing is estimated. Rates of change are computed from two transcribed figures.',
  },
  'term-more': { bo: 'ལྷག', en: 'More than' },
  'term-more-text': {
    bo: 'མ་ཡིག་ཏུ་“ལྷག”ཅེས་བྲིས་པ་ནི་གྲངས་ཀ་དེ་ལས་མང་བའི་དོན་ཡིན། ངོས་འདིར་ཡང་དེ་ལྟར་བྲིས་ཡོད།',
    en: 'Where the report says “余”, the true figure is above the one printed. The page writes “more than”, and neither rounds nor fills up.',
  },
  'term-divisions': { bo: 'གྲོང་ཚོའི་གྲངས།', en: 'Number of villages' },
  'term-divisions-text': {
    bo: 'རྒྱལ་ཁབ་སྡོམ་རྩིས་ཅུས་ཀྱི་ 2023 ལོའི་ས་ཁོངས་ཨང་རྟགས་ལས་བླངས་པ་ཡིན། གསར་འགྱུར་ནང་གི་གྲངས་ཀ་དང་དུས་ཚོད་མི་འདྲ་བས། དེ་གཉིས་བགོ་རྩིས་བྱེད་མི་འོས།',
    en: 'Counted from the division codes that the National Bureau of Statistics published for 2023. They are of another date than the report’s figures, so one should not be divided by the other.',
  },
  'term-privacy': { bo: 'སྒེར་གྱི་ཆ་འཕྲིན།', en: 'Personal information' },
  'term-privacy-text': {
    bo: 'སྡོད་དམངས་སུའི་ཡང་མིང་དང་ལོ་ཚོད། བདེ་ཐང་། ཁྱིམ་ཚང་གི་གནས་ཚུལ་བཀོད་མེད།',
    en: 'No resident’s name, age, health or family circumstances are recorded.',
  },
  downloads: { bo: 'ཕབ་ལེན།', en: 'Open data:' },
  'download-catalog': { bo: 'གཞི་གྲངས་དཀར་ཆག (JSON)', en: 'data catalog (JSON)' },
  disclaimer: {
    bo: 'དྲ་ཚིགས་འདི་ Lantu མཉེན་ཆས་ཀྱི་དཔེ་སྟོན་ཡིན། སྲིད་གཞུང་གི་དྲ་ཚིགས་མིན་ལ། སྡེ་ཁག་གང་གི་ཡང་ཚབ་མི་བྱེད། སྲིད་འཛིན་ཞབས་ཞུ་ཡང་མི་སྒྲུབ།',
    en: 'This site demonstrates the Lantu software. It is not a government site, represents no institution and offers no government service.',
  },
  'footer-data': {
    bo: 'གྲངས་ཀ་རྣམས་“ཐོན་ཁུངས་དང་གསལ་བཤད”ནང་གི་ཚགས་པར་གསར་འགྱུར་ལས་བཤུས་པ་ཡིན། གཞུང་འབྲེལ་སྡོམ་རྩིས་དང་མི་མཐུན་སྲིད་པས། འགན་འཛིན་སྡེ་ཁག་གིས་སྤེལ་བའི་གྲངས་ཀ་གཞི་རྩར་འཛིན་རོགས།',
    en: 'Its figures are transcribed from the newspaper reports listed under “Sources and notes”. They may differ from official statistics; what the competent departments publish prevails.',
  },
  'footer-tech': {
    bo: 'ངོས་འདིས་དྲ་ཚིགས་འདི་ཁོ་ན་ལས་གཞི་གྲངས་ལེན་གྱི་ཡོད། ཕྱོགས་གསུམ་པའི་ཞབས་ཞུ་མི་སྤྱོད་ལ། ལྟ་མཁན་གྱི་ཆ་འཕྲིན་ཡང་མི་བསྡུ།',
    en: 'The page takes its data from this site alone, uses no third-party service and collects nothing about its visitors.',
  },
} as const satisfies Record<string, { readonly bo: string; readonly en: string }>;

export type MessageKey = keyof typeof messages;
