/**
 * Cities of the world, as facts: name, coordinates rounded to a hundredth of a degree (about a kilometre), inhabitants of
 * the urban area in thousands, grouped by zone and country (`@zone country`). Cities from 100,000 inhabitants, in western
 * Europe from 40,000, and some well-known smaller ones. Compiled from the populated places of Natural Earth (public domain)
 * as carried by the city-timezones package 1.3.4 (MIT). Read by `city.ts` alone.
 */
export const cityLines = `
@Africa/Abidjan CI
Abidjan;5.32;-4.04;3496
Bouake;7.69;-5.03;511
Daloa;6.89;-6.45;235
San-Pedro;4.77;-6.64;204
Yamoussoukro;6.82;-5.28;201
Korhogo;9.46;-5.64;173
Man;7.4;-7.55;143
Divo;5.84;-5.36;128
Gagnoa;6.15;-5.88;111
@Africa/Accra GH
Accra;5.55;-0.22;2042
Kumasi;6.69;-1.63;1469
Tamale;9.4;-0.84;343
Sekondi;4.94;-1.7;213
Tema;5.64;0.01;185
Obuasi;6.19;-1.66;159
Cape Coast;5.11;-1.25;139
Koforidua;6.09;-0.26;126
@Africa/Addis_Ababa ET
Addis Ababa;9.03;38.7;2929
Nazret;8.55;39.27;345
Dire Dawa;9.59;41.86;250
Bahir Dar;11.6;37.38;188
Harar;9.32;42.15;161
Dese;11.13;39.63;160
Gonder;12.61;37.46;155
Awasa;7.06;38.48;133
Jima;7.68;36.83;128
Adigrat;14.28;39.47;104
Shashemene;7.2;38.59;100
@Africa/Algiers DZ
Algiers;36.76;3.05;2666
Oran;35.71;-0.62;722
Constantine;36.36;6.6;528
Chlef;36.17;1.32;449
Arak;25.28;3.75;423
Blida;36.42;2.83;388
Annaba;36.92;7.76;355
Bejaia;36.76;5.07;275
Setif;36.18;5.4;275
Batna;35.57;6.17;269
Biskra;34.86;5.73;202
Sidi bel Abbes;35.19;-0.64;200
Skikda;36.88;6.9;194
Tiarat;35.38;1.32;184
Tlimcen;34.89;-1.32;181
El Oued;33.37;6.86;177
Ouargla;31.97;5.34;176
Tebessa;35.41;8.12;172
Djelfa;34.68;3.25;171
Mostaganem;35.94;0.09;159
Jijel;36.82;5.77;148
Medea;36.27;2.77;146
Tizi-Ouzou;36.8;4.03;144
Bechar;31.61;-2.23;142
Bordj Bou Arreridj;36.06;4.63;135
Saida;34.84;0.14;135
Souk Ahras;36.29;7.95;135
M'sila;35.7;4.55;125
Ghardaia;32.49;3.67;125
Guelma;36.47;7.43;124
Bouira;36.38;3.9;110
Mascara;35.4;0.14;108
Laghouat;33.81;2.88;108
Oum el Bouaghi;35.85;7.15;101
@Africa/Asmara ER
Asmara;15.33;38.93;592
Keren;15.68;38.45;148
Massawa;15.61;39.45;143
Mendefera;14.89;38.82;138
Assab;13.01;42.73;105
@Africa/Bamako ML
Bamako;12.65;-8;1396
Sikasso;11.32;-5.68;185
Segou;13.44;-6.26;108
Koutiala;12.39;-5.47;102
@Africa/Bangui CF
Bangui;4.37;18.56;727
@Africa/Banjul GM
Brikama;13.28;-16.66;136
@Africa/Bissau GW
Bissau;11.87;-15.6;396
@Africa/Blantyre MW
Lilongwe;-13.98;33.78;647
Blantyre;-15.79;34.99;585
Mzuzu;-11.46;34.02;110
@Africa/Brazzaville CG
Brazzaville;-4.26;15.28;1259
Pointe-Noire;-4.77;11.88;602
@Africa/Bujumbura BI
Bujumbura;-3.38;29.36;332
@Africa/Cairo EG
Cairo;30.05;31.25;9814
Alexandria;31.2;29.95;3988
El Giza;30.01;31.19;2682
Bur Said;31.26;32.29;562
Luxor;25.7;32.65;549
El Mansura;31.05;31.38;540
Suez;30;32.55;498
Ismailia;30.59;32.26;470
Asyut;27.19;31.18;421
Tanta;30.79;31;405
Sohag;26.55;31.7;405
Damanhûr;31.05;30.47;371
El Minya;28.09;30.75;364
Beni Suef;29.08;31.09;340
El Faiyum;29.31;30.84;312
Zagazig;30.58;31.52;285
Aswan;24.09;32.9;277
Qena;26.15;32.72;269
Dumyat;31.42;31.82;188
Shibin el Kom;30.59;30.9;183
Kom Ombo;24.47;32.95;182
Mallawi;27.73;30.84;180
Benha;30.47;31.18;167
Hurghada;27.23;33.83;157
El Arish;31.12;33.8;154
Kafr el Sheikh;31.11;30.94;144
Rashid;31.46;30.39;129
Samalut;28.3;30.71;121
Girga;26.33;31.88;115
@Africa/Casablanca MA
Casablanca;33.6;-7.62;3163
Rabat;34.03;-6.84;1680
Fez;34.05;-5;983
Marrakesh;31.63;-8;856
Agadir;30.44;-9.62;752
Tangier;35.75;-5.83;719
Meknes;33.9;-5.56;622
Kenitra;34.27;-6.58;459
Oujda;34.69;-1.91;407
Safi;32.32;-9.24;321
Er Rachidia;31.94;-4.45;228
Ksar El Kebir;35.02;-5.91;208
Taza;34.22;-4.02;171
El Jadida;33.26;-8.51;164
Settat;33.01;-7.62;140
Larache;35.2;-6.16;115
Goulimine;28.98;-10.07;107
@Africa/Ceuta ES
Melilla;35.3;-2.95;107
Ceuta;35.89;-5.31;79
@Africa/Conakry GN
Conakry;9.53;-13.68;1494
Gueckedou;8.55;-10.15;222
Nzerekore;7.76;-8.83;150
Boke;10.94;-14.3;116
Kankan;10.39;-9.31;110
@Africa/Dakar MR
Saint-Louis;16.02;-16.51;198
@Africa/Dakar SN
Dakar;14.72;-17.47;2540
Thies;14.81;-16.93;293
Kaolack;14.15;-16.1;278
Ziguinchor;12.59;-16.29;176
Diourbel;14.66;-16.24;148
@Africa/Dar_es_Salaam TZ
Dar es Salaam;-6.8;39.27;2814
Mwanza;-2.52;32.93;465
Moshi;-3.34;37.34;464
Zanzibar;-6.16;39.2;388
Arusha;-3.36;36.67;331
Mbeya;-8.89;33.43;262
Morogoro;-6.82;37.66;243
Tanga;-5.07;39.09;217
Dodoma;-6.18;35.75;199
Kigoma;-4.88;29.61;164
Tabora;-5.02;32.8;146
Musoma;-1.49;33.8;127
Songea;-10.68;35.65;121
Iringa;-7.77;35.69;103
@Africa/Djibouti DJ
Djibouti;11.6;43.15;764
@Africa/Douala CM
Douala;4.06;9.71;1622
Yaounde;3.87;11.52;1336
Bamenda;5.96;10.15;420
Garoua;9.3;13.39;365
Bafoussam;5.49;10.41;291
Maroua;10.6;14.32;261
Bertoua;4.58;13.68;153
Limbe;4.03;9.19;142
Ngaoundere;7.32;13.58;134
Kumba;4.64;9.44;131
Edea;3.8;10.12;110
Nkongsamba;4.96;9.94;105
@Africa/El_Aaiun MA
Laayoune;27.15;-13.2;182
@Africa/Freetown SL
Freetown;8.47;-13.23;420
Bo;7.97;-11.74;171
Kenema;7.88;-11.19;134
@Africa/Gaborone BW
Gaborone;-24.65;25.91;184
@Africa/Harare ZW
Harare;-17.82;31.04;1557
Bulawayo;-20.17;28.58;697
Chitungwiza;-18;31.1;331
Mutare;-18.97;32.65;217
Gweru;-19.45;29.82;165
@Africa/Johannesburg ZA
Cape Town;-33.92;18.43;2824
Johannesburg;-26.17;28.03;2731
Durban;-29.87;30.98;2729
Benoni;-26.15;28.33;1796
Pretoria;-25.71;28.23;1338
Port Elizabeth;-33.97;25.6;831
Vereeniging;-26.65;27.96;774
Pietermaritzburg;-29.61;30.39;621
Bloemfontein;-29.12;26.23;460
East London;-32.97;27.87;339
Welkom;-27.97;26.73;279
Uitenhage;-33.76;25.39;218
Springs;-26.27;28.43;211
Mbombela;-25.47;30.98;185
Polokwane;-23.89;29.45;172
Klerksdorp;-26.88;26.62;163
Paarl;-33.7;18.96;160
Thohoyandou;-22.95;30.48;157
Kimberley;-28.75;24.77;154
Bhisho;-32.87;27.39;149
Rustenburg;-25.65;27.24;145
George;-33.95;22.45;144
Middelburg;-25.76;29.47;124
Worcester;-33.64;19.44;109
Vryheid;-27.76;30.79;108
Umtata;-31.58;28.79;108
Potchefstroom;-26.7;27.1;104
@Africa/Juba SS
Malakal;9.54;31.66;161
Yei;4.09;30.68;113
Juba;4.83;31.58;112
@Africa/Kampala UG
Kampala;0.32;32.58;1387
Mbale;1.09;34.17;247
Jinja;0.44;33.2;196
Arua;3.02;30.9;155
Gulu;2.78;32.28;144
Entebbe;0.06;32.46;127
Lira;2.26;32.89;127
@Africa/Khartoum SD
Khartoum;15.59;32.53;3364
Omdurman;15.62;32.48;2289
Port Sudan;19.62;37.22;490
Niyala;12.06;24.89;392
Kassala;15.46;36.39;370
El Obeid;13.18;30.22;331
Medani;14.4;33.52;309
Kosti;13.17;32.66;274
El Fasher;13.63;25.35;221
Gedaref;14.04;35.38;201
Geneina;13.45;22.44;161
El Manaqil;14.25;32.98;140
Atbara;17.71;33.98;138
Kadugli;11.01;29.7;132
Shendi;16.68;33.42;120
Ad Damazin;11.77;34.35;114
Sennar;13.55;33.6;103
@Africa/Kigali RW
Kigali;-1.95;30.06;803
Nyanza;-2.35;29.74;225
@Africa/Kinshasa CD
Kinshasa;-4.33;15.31;6704
Kikwit;-5.03;18.85;466
Mbandaka;0.04;18.26;230
Matadi;-5.82;13.45;213
Boma;-5.83;13.05;179
Gemena;3.26;19.77;158
Moanda;-5.92;12.35;154
Mbanza-Ngungu;-5.25;14.86;142
Bumba;2.19;22.46;128
Bandundu;-3.31;17.38;108
@Africa/Lagos NG
Lagos;6.44;3.39;4734
Kano;12;8.52;3140
Ibadan;7.38;3.93;2221
Kaduna;10.52;7.44;1191
Port Harcourt;4.81;7.01;1020
Benin City;6.34;5.62;929
Ikare;7.53;5.76;900
Aba;5.1;7.35;874
Abuja;9.08;7.53;869
Zaria;11.08;7.71;755
Jos;9.93;8.89;737
Maiduguri;11.85;13.16;704
Ilorin;8.49;4.55;702
Enugu;6.45;7.5;689
Warri;5.52;5.76;683
Sokoto;13.06;5.24;648
Ogbomosho;8.13;4.24;595
Uyo;5.01;7.85;496
Ife;7.48;4.56;482
Oyo;7.85;3.93;475
Ado Ekiti;7.63;5.22;447
Abeokuta;7.16;3.35;441
Katsina;12.99;7.6;432
Akure;7.25;5.2;421
Oshogbo;7.77;4.56;408
Awka;6.21;7.07;401
Calabar;4.96;8.33;355
Umuahia;5.53;7.49;265
Gombe;10.29;11.17;260
Damaturu;11.75;11.97;256
Ondo;7.09;4.84;256
Minna;9.62;6.55;249
Makurdi;7.73;8.53;245
Bauchi;10.31;9.84;244
Sapele;5.89;5.68;235
Owerri;5.49;7.03;215
Mubi;10.27;13.27;215
Iwo;7.63;4.18;209
Ijebu Ode;6.82;3.92;205
Owo;7.2;5.59;201
Gusau;12.17;6.66;186
Bida;9.08;6.01;173
Funtua;11.52;7.32;159
Nsukka;6.87;7.38;111
Jalingo;8.9;11.36;104
Birnin Kebbi;12.45;4.2;102
@Africa/Libreville GA
Libreville;0.39;9.46;531
Port-Gentil;-0.72;8.78;113
@Africa/Lome TG
Lome;6.13;1.22;1101
@Africa/Luanda AO
Luanda;-8.84;13.23;3562
Huambo;-12.75;15.76;986
Lobito;-12.37;13.54;171
Benguela;-12.58;13.41;142
Namibe;-15.19;12.16;128
Kuito;-12.38;16.94;114
Lubango;-14.91;13.49;114
Malanje;-9.54;16.34;106
@Africa/Lubumbashi CD
Lubumbashi;-11.68;27.48;1114
Mbuji-Mayi;-6.15;23.6;1085
Kananga;-5.89;22.4;614
Kisangani;0.52;25.22;559
Likasi;-10.97;26.78;428
Kolwezi;-10.72;25.47;418
Bukavu;-2.51;28.84;331
Butembo;0.13;29.28;221
Beni;0.49;29.45;211
Tshikapa;-6.41;20.77;201
Kindu;-2.96;25.91;199
Kalemie;-5.93;29.2;177
Uvira;-3.37;29.14;164
Mwene-Ditu;-7;23.44;153
Goma;-1.68;29.22;144
Isiro;2.76;27.62;142
Gandajika;-6.74;23.96;106
Kamina;-8.73;25.01;101
@Africa/Lusaka ZM
Lusaka;-15.42;28.28;1298
Kitwe;-12.81;28.22;403
Ndola;-13;28.65;395
Kabwe;-14.44;28.45;189
Chingola;-12.54;27.85;165
Kasama;-10.2;31.18;157
Mufulira;-12.55;28.26;137
Livingstone;-17.86;25.86;137
Luanshya;-13.13;28.4;133
@Africa/Malabo GQ
Malabo;3.75;8.78;156
Bata;1.87;9.77;136
@Africa/Maputo MZ
Maputo;-25.96;32.59;1319
Beira;-19.82;34.87;507
Matola;-25.97;32.46;503
Nampula;-15.14;39.29;386
Chimoio;-19.12;33.47;243
Nacala;-14.52;40.72;212
Quelimane;-17.88;36.89;179
Xai-Xai;-25.04;33.64;128
Tete;-16.17;33.58;122
Maxixe;-23.87;35.39;113
Pemba;-12.98;40.53;110
@Africa/Maseru LS
Maseru;-29.32;27.48;240
@Africa/Mbabane SZ
Manzini;-26.5;31.39;111
@Africa/Mogadishu SO
Mogadishu;2.07;45.37;988
Hargeysa;9.56;44.07;362
Kismaayo;-0.36;42.52;185
Berbera;10.44;45.02;178
Ceerigaabo;10.58;47.33;165
Jamaame;0.07;42.75;157
Baydhabo;3.12;43.65;129
Burco;9.52;45.54;103
@Africa/Monrovia LR
Monrovia;6.31;-10.8;913
@Africa/Nairobi KE
Nairobi;-1.28;36.82;2880
Mombasa;-4.04;39.69;841
Nakuru;-0.28;36.07;312
Kisumu;-0.09;34.75;306
Eldoret;0.52;35.27;286
Kitale;1.03;34.99;113
@Africa/Ndjamena TD
Ndjamena;12.11;15.05;835
Moundou;8.55;16.09;146
Sarh;9.15;18.39;136
Abeche;13.84;20.83;116
Bongor;10.29;15.39;112
@Africa/Niamey NE
Niamey;13.52;2.12;829
Zinder;13.8;8.98;211
Maradi;13.49;7.1;198
Agadez;17;7.98;103
@Africa/Nouakchott MR
Nouakchott;18.09;-15.98;702
Nema;16.62;-7.25;128
@Africa/Ouagadougou BF
Ouagadougou;12.37;-1.52;992
Bobo Dioulasso;11.18;-4.29;346
@Africa/Porto-Novo BJ
Cotonou;6.4;2.52;726
Porto-Novo;6.48;2.62;267
Parakou;9.34;2.62;176
Djougou;9.7;1.68;153
@Africa/Tripoli LY
Tripoli;32.89;13.18;1209
Banghazi;32.12;20.07;881
Misratah;32.38;15.1;301
Al Khums;32.66;14.26;193
Az Zawiyah;32.76;12.72;193
Tubruq;32.08;23.96;192
Ajdabiya;30.77;20.22;139
Al Marj;32.5;20.83;127
Zuwarah;32.93;12.08;124
Gharyan;32.17;13.02;116
Surt;31.21;16.59;111
Darnah;32.76;22.64;103
Sabha;27.03;14.43;100
@Africa/Tunis TN
Tunis;36.8;10.18;1570
Sfax;34.75;10.72;365
Sousse;35.83;10.63;246
Gabes;33.9;10.1;165
Qairouan;35.68;10.1;132
Bizerte;37.29;9.85;128
Zarzis;33.51;11.1;119
Nabeul;36.46;10.73;115
Gafsa;34.42;8.78;104
@Africa/Windhoek NA
Windhoek;-22.57;17.08;265
@America/Anchorage US
Anchorage;61.22;-149.9;252
@America/Araguaina BR
Palmas;-10.24;-48.29;216
@America/Argentina/Buenos_Aires AR
Buenos Aires;-34.6;-58.4;11862
Mar del Plata;-38;-57.58;555
La Plata;-34.91;-57.96;440
Bahia Blanca;-38.74;-62.27;279
San Nicolas;-33.33;-60.24;117
@America/Argentina/Catamarca AR
Catamarca;-28.47;-65.78;163
@America/Argentina/Cordoba AR
Córdoba;-31.4;-64.18;1374
Rosario;-32.95;-60.67;1095
Santa Fe;-31.62;-60.69;394
Resistencia;-27.46;-58.99;368
Corrientes;-27.49;-58.81;340
Posadas;-27.36;-55.89;335
Santiago del Estero;-27.78;-64.27;318
Parana;-31.73;-60.53;227
Formosa;-26.17;-58.18;202
Rio Cuarto;-33.13;-64.35;136
Concordia;-31.39;-58.03;133
@America/Argentina/Jujuy AR
San Salvador de Jujuy;-24.18;-65.3;259
@America/Argentina/La_Rioja AR
La Rioja;-29.41;-66.85;147
@America/Argentina/Mendoza AR
Mendoza;-32.88;-68.82;828
@America/Argentina/Salta AR
Salta;-24.78;-65.42;485
Neuquen;-38.95;-68.06;214
@America/Argentina/San_Juan AR
San Juan;-31.55;-68.52;434
@America/Argentina/San_Luis AR
San Luis;-33.3;-66.35;308
@America/Argentina/Tucuman AR
Tucumán;-26.82;-65.22;679
@America/Asuncion PY
Asuncion;-25.3;-57.64;941
San Lorenzo;-25.34;-57.52;386
Ciudad del Este;-25.52;-54.62;321
Encarnacion;-27.35;-55.87;252
@America/Bahia BR
Salvador;-12.97;-38.48;3081
Feira de Santana;-12.25;-38.97;449
Vitoria da Conquista;-14.85;-40.84;272
Itabuna;-14.79;-39.28;214
Ilheus;-14.78;-39.05;193
Jequie;-13.85;-40.08;132
Alagoinhas;-12.14;-38.43;123
@America/Barbados BB
Bridgetown;13.1;-59.62;144
@America/Belem BR
Belem;-1.45;-48.48;1787
Vila Velha;3.22;-51.22;742
Macapá;0.03;-51.05;434
Maraba;-5.35;-49.12;166
Castanhal;-1.29;-47.93;125
@America/Boa_Vista BR
Boa Vista;2.82;-60.67;202
@America/Bogota CO
Bogota;4.6;-74.08;7053
Medellin;6.28;-75.58;2648
Cali;3.4;-76.5;2216
Barranquilla;10.96;-74.8;1521
Cartagena;10.4;-75.51;887
Bucaramanga;7.13;-73.13;790
Cucuta;7.92;-72.52;722
Soledad;10.92;-74.77;521
Pereira;4.81;-75.68;504
Bello;6.33;-75.57;456
Santa Marta;11.25;-74.2;417
Ibague;4.44;-75.23;415
Pasto;1.21;-77.28;371
Manizales;5.06;-75.52;367
Villavicencio;4.15;-73.63;348
Neiva;2.93;-75.33;319
Armenia;4.53;-75.68;315
Valledupar;10.48;-73.25;298
Monteria;8.76;-75.89;274
Popayan;2.42;-76.61;259
Buenaventura;3.87;-77.05;247
Sincelejo;9.29;-75.38;240
Barrancabermeja;7.09;-73.85;178
Tulua;4.09;-76.21;164
Tunja;5.55;-73.37;139
Cartago;4.75;-75.91;123
Girardot;4.31;-74.81;122
Sogamoso;5.72;-72.94;120
Riohacha;11.54;-72.91;113
Cienaga;11.01;-74.25;110
@America/Boise US
Boise;43.61;-116.23;242
@America/Campo_Grande BR
Campo Grande;-20.45;-54.62;688
Dourados;-22.23;-54.81;145
@America/Cancun MX
Cancun;21.17;-86.83;489
Chetumal;18.5;-88.3;144
@America/Caracas VE
Caracas;10.5;-66.92;2400
Maracaibo;10.73;-71.66;1765
Valencia;10.23;-67.98;1570
Maracay;10.25;-67.6;1007
Barquisimeto;10.05;-69.3;963
Ciudad Guayana;8.37;-62.62;634
Puerto la Cruz;10.17;-64.68;500
Barcelona;10.13;-64.72;361
Maturin;9.75;-63.17;358
San Cristobal;7.77;-72.25;343
Cabimas;10.43;-71.45;321
Ciudad Bolivar;8.1;-63.6;318
Los Teques;10.42;-67.02;303
Cumana;10.45;-64.18;288
Merida;8.4;-71.13;275
Barinas;8.6;-70.25;261
Acarigua;9.58;-69.2;202
Maiquetia;10.6;-66.97;184
Coro;11.42;-69.68;184
Punto Fijo;11.72;-70.21;183
Puerto Cabello;10.47;-68.17;174
El Tigre;8.89;-64.26;174
Valera;9.32;-70.62;142
Porlamar;10.96;-63.85;142
Guanare;9.05;-69.75;132
Ocumare del Tuy;10.12;-66.78;131
Carora;10.19;-70.08;122
Carupano;10.67;-63.23;119
Calabozo;8.93;-67.44;111
San Fernando de Apure;7.9;-67.47;101
Anaco;9.44;-64.46;100
@America/Chicago US
Chicago;41.83;-87.75;5916
Houston;29.82;-95.34;4053
Dallas;32.82;-96.84;3005
Minneapolis;44.98;-93.25;1492
San Antonio;29.49;-98.51;1365
St. Louis;38.64;-90.24;1260
Ft. Worth;32.74;-97.34;1091
Milwaukee;43.05;-87.92;984
Austin;30.27;-97.74;920
Memphis;35.12;-90;754
Nashville;36.17;-86.78;704
Birmingham;33.53;-86.82;670
Tulsa;36.12;-95.93;669
Oklahoma City;35.47;-97.52;660
Omaha;41.24;-96.01;643
Arlington;32.68;-97.02;545
New Orleans;30;-90.04;527
St. Paul;44.94;-93.08;510
Pasadena;29.66;-95.15;389
Wichita;37.72;-97.33;379
Joliet;41.53;-88.11;363
Gary;41.58;-87.33;336
Kansas City;39.11;-94.63;324
Baton Rouge;30.46;-91.14;323
Laredo;27.51;-99.51;323
Des Moines;41.58;-93.62;287
Madison;43.07;-89.4;276
Aurora;41.77;-88.3;274
Metairie;29.98;-90.15;270
Corpus Christi;27.74;-97.4;250
Columbia;38.95;-92.33;245
Elgin;42.04;-88.29;244
Lincoln;40.82;-96.68;244
McAllen;26.2;-98.23;243
Little Rock;34.74;-92.33;228
Shreveport;32.5;-93.77;224
Mobile;30.68;-88.05;222
Jackson;32.3;-90.18;214
St. Charles;38.78;-90.51;213
Evanston;42.05;-87.7;212
Lubbock;33.58;-101.88;212
Rockford;42.27;-89.07;204
Montgomery;32.36;-86.28;194
Huntsville;34.72;-86.61;185
Springfield;37.18;-93.32;181
Amarillo;35.23;-101.83;179
Davenport;41.55;-90.59;178
Brownsville;25.92;-97.5;175
Barlett;35.22;-89.84;165
Waukesha;43.01;-88.23;159
Lakeville;44.65;-93.24;156
Green Bay;44.53;-88;150
Cedar Rapids;41.97;-91.66;149
Sioux Falls;43.55;-96.73;148
Waukegan;42.36;-87.84;145
Pensacola;30.42;-87.22;145
Evansville;37.97;-87.56;145
Waco;31.55;-97.15;143
Peoria;40.7;-89.67;143
Denton;33.22;-97.13;139
Appleton;44.27;-88.4;137
Lafayette;30.2;-92.02;135
Independence;39.09;-94.42;131
Fargo;46.88;-96.79;127
Topeka;39.05;-95.67;127
Springfield;39.82;-89.65;125
Clarksville;36.53;-87.36;122
Killeen;31.12;-97.73;120
College Station;30.63;-96.33;120
Edinburg;26.3;-98.16;115
Norman;35.23;-97.34;114
Bryan;30.67;-96.37;108
Fayetteville;36.06;-94.16;108
Abilene;32.45;-99.73;108
Beaumont;30.09;-94.1;107
Racine;42.73;-87.81;105
Rock Island;41.49;-90.53;102
Rochester;44.02;-92.47;102
Tyler;32.35;-95.3;102
Tuscaloosa;33.23;-87.54;101
Murfreesboro;35.85;-86.39;100
@America/Chihuahua MX
Chihuahua;28.64;-106.08;751
Delicias;28.2;-105.5;109
Hidalgo del Parral;26.93;-105.67;103
@America/Costa_Rica CR
San Jose;9.94;-84.08;643
Alajuela;10.02;-84.23;218
Cartago;9.87;-83.93;112
@America/Cuiaba BR
Cuiaba;-15.57;-56.08;603
Varzea Grande;-15.65;-56.14;242
Rondonopolis;-16.47;-54.64;147
@America/Curacao CW
Willemstad;12.2;-69.02;147
@America/Denver US
Denver;39.74;-104.98;1931
Albuquerque;35.1;-106.64;726
El Paso;31.78;-106.51;658
Salt Lake City;40.78;-111.93;572
Aurora;39.7;-104.81;432
Colorado Springs;38.86;-104.79;427
Provo;40.25;-111.64;231
Ogden;41.23;-111.97;228
Fort Collins;40.56;-105.06;179
Pueblo;38.28;-104.63;108
Boulder;40.04;-105.25;107
Greeley;40.42;-104.74;106
Billings;45.79;-108.54;102
@America/Detroit CA
Windsor;42.33;-83.03;265
@America/Detroit US
Detroit;42.33;-83.08;2526
Grand Rapids;42.96;-85.67;362
Flint;43.01;-83.69;206
Lansing;42.73;-84.55;199
Ann Arbor;42.3;-83.72;190
Kalamazoo;42.29;-85.59;129
@America/Edmonton CA
Calgary;51.08;-114.08;1013
Edmonton;53.55;-113.5;885
@America/El_Salvador SV
San Salvador;13.71;-89.2;718
Santa Ana;13.99;-89.56;206
San Miguel;13.48;-88.18;182
Sonsonate;13.72;-89.73;140
Nueva San Salvador;13.67;-89.29;125
@America/Fortaleza BR
Fortaleza;-3.75;-38.58;2959
Natal;-5.78;-35.24;926
Joao Pessoa;-7.1;-34.88;803
Teresina;-5.1;-42.78;747
São Luís;-2.52;-44.27;525
Campina Grande;-7.23;-35.88;383
Juazeiro do Norte;-7.21;-39.32;223
Timon;-5.11;-42.84;203
Imperatriz;-5.52;-47.49;203
Mossoro;-5.19;-37.34;202
Crato;-7.23;-39.42;164
Sobral;-3.69;-40.35;148
Caxias;-4.83;-43.35;135
Parnaiba;-2.91;-41.77;126
@America/Guatemala GT
Guatemala;14.62;-90.53;1009
Quetzaltenango;14.83;-91.52;400
El Progreso;14.85;-90.02;147
Escuintla;14.3;-90.78;105
@America/Guayaquil EC
Guayaquil;-2.22;-79.92;2233
Quito;-0.21;-78.5;1550
Cuenca;-2.9;-79;282
Ambato;-1.27;-78.62;218
Machala;-3.26;-79.96;206
Portoviejo;-1.06;-80.46;192
Manta;-0.98;-80.73;177
Riobamba;-1.67;-78.65;148
Esmeraldas;0.93;-79.67;134
Ibarra;0.36;-78.13;128
Loja;-3.99;-79.21;122
@America/Guyana GY
Georgetown;6.8;-58.17;250
@America/Halifax CA
Halifax;44.65;-63.6;291
@America/Havana CU
Havana;23.13;-82.36;2082
Santiago de Cuba;20.03;-75.82;501
Camaguey;21.38;-77.92;322
Holguin;20.89;-76.26;310
Guantanamo;20.15;-75.21;245
Santa Clara;22.4;-79.97;235
Las Tunas;20.96;-76.95;180
Bayamo;20.38;-76.64;178
Pinar del Rio;22.42;-83.7;173
Cienfuegos;22.14;-80.44;147
Matanzas;23.04;-81.58;135
Ciego de Avila;21.84;-78.76;122
Manzanillo;20.34;-77.12;107
Sancti Spiritus;21.93;-79.44;102
@America/Hermosillo MX
Hermosillo;29.1;-110.95;554
Mazatlán;29.02;-110.13;469
Ciudad Obregon;27.47;-109.92;273
Navajoa;27.08;-109.45;116
@America/Indiana/Indianapolis US
Indianapolis;39.75;-86.17;1105
Fort Wayne;41.08;-85.13;265
South Bend;41.68;-86.25;172
Elkhart;41.68;-85.97;100
@America/Jamaica JM
Kingston;17.98;-76.77;801
Spanish Town;17.98;-76.95;298
Montego Bay;18.47;-77.92;104
@America/Kentucky/Louisville US
Louisville;38.23;-85.75;596
@America/La_Paz BO
Santa Cruz;-17.75;-63.23;1860
La Paz;-16.5;-68.15;1201
Cochabamba;-17.41;-66.17;804
Santa Ana;-13.76;-65.58;234
Oruro;-17.98;-67.13;228
Quillacollo;-17.4;-66.28;227
Sucre;-19.04;-65.26;223
Potosi;-19.57;-65.75;161
Tarija;-21.52;-64.75;156
@America/Lima PE
Lima;-12.05;-77.05;7385
Callao;-12.07;-77.13;786
Arequipa;-16.42;-71.53;776
Chiclayo;-6.76;-79.84;587
Trujillo;-8.12;-79.02;521
Iquitos;-3.75;-73.25;448
Huancayo;-12.08;-75.2;395
Piura;-5.21;-80.63;361
Cusco;-13.53;-71.97;337
Chimbote;-9.07;-78.57;333
Pucallpa;-8.37;-74.53;305
Ica;-14.07;-75.73;263
Tacna;-18;-70.25;261
Juliaca;-15.5;-70.14;234
Ayacucho;-13.18;-74.22;153
Huanuco;-9.92;-76.24;153
Chincha Alta;-13.42;-76.14;139
Cajamarca;-7.15;-78.53;139
Sullana;-4.89;-80.68;114
Puno;-15.83;-70.03;111
Cerro de Pasco;-10.69;-76.27;108
Tumbes;-3.57;-80.46;106
@America/Los_Angeles US
Los Angeles;33.99;-118.18;8097
San Francisco;37.74;-122.46;2091
San Diego;32.82;-117.18;1939
Seattle;47.57;-122.34;1822
Irvine;33.68;-117.83;1611
San Jose;37.3;-121.85;1281
Long Beach;33.79;-118.16;1249
Portland;45.52;-122.68;1208
Las Vegas;36.21;-115.22;1151
Sacramento;38.58;-121.47;1036
San Bernardino;34.12;-117.3;974
Oakland;37.77;-122.22;953
Fresno;36.75;-119.77;541
Stockton;37.96;-121.29;489
Tacoma;47.21;-122.52;460
Oceanside;33.22;-117.33;396
Bakersfield;35.37;-119.02;367
San Mateo;37.56;-122.31;362
Vancouver;45.63;-122.64;344
Berkeley;37.87;-122.27;298
Riverside;33.94;-117.4;298
Everett;47.96;-122.2;292
Spokane;47.67;-117.42;272
Modesto;37.66;-120.99;270
Reno;39.53;-119.82;265
Lancaster;34.7;-118.14;226
Palm Springs;33.78;-116.53;216
Eugene;44.05;-123.1;195
Santa Rosa;38.45;-122.7;193
Salem;44.93;-123.02;188
Sunnyvale;37.37;-122.04;155
Salinas;36.68;-121.64;153
Bellevue;47.61;-122.2;151
Pasadena;34.16;-118.14;145
Santa Barbara;34.43;-119.72;135
Vallejo;38.11;-122.26;133
Visalia;36.33;-119.32;115
National City;32.67;-117.1;104
Santa Cruz;36.97;-122.03;102
Olympia;47.04;-122.9;101
Mountain View;37.39;-122.08;82
Redmond;47.67;-122.12;73
Palo Alto;37.44;-122.14;68
Menlo Park;37.45;-122.18;33
@America/Maceio BR
Maceio;-9.62;-35.73;1000
Aracaju;-10.9;-37.12;588
Arapiraca;-9.75;-36.67;177
Rio Largo;-9.48;-35.84;111
@America/Managua NI
Managua;12.15;-86.27;920
Leon;12.44;-86.88;154
Chinandega;12.63;-87.13;133
Masaya;11.97;-86.09;130
Matagalpa;12.92;-85.92;107
Esteli;13.09;-86.36;102
@America/Manaus BR
Manaus;-3.1;-60;1637
Natal;-6.98;-60.27;981
Crato;-7.46;-63.04;164
@America/Martinique MQ
Fort-de-France;14.61;-61.08;173
@America/Matamoros MX
Reynosa;26.08;-98.3;459
Matamoros;25.88;-97.5;451
Nuevo Laredo;27.5;-99.55;255
Piedras Negras;28.71;-100.53;137
@America/Mazatlan MX
Culiacan;24.83;-107.38;696
Mazatlan;23.22;-106.42;361
Tepic;21.51;-104.88;300
Los Mochis;25.79;-109;232
La Paz;24.14;-110.32;181
@America/Merida MX
Merida;20.97;-89.62;841
Campeche;19.83;-90.5;204
Ciudad del Carmen;18.65;-91.82;149
@America/Mexico_City MX
Mexico City;19.44;-99.13;14920
Guadalajara;20.67;-103.33;2919
Puebla;19.05;-98.2;1794
Leon;21.15;-101.7;1301
Toluca;19.33;-99.67;1018
Nezahualcoyotl;19.41;-99.03;930
San Luis Potosi;22.17;-101;835
Queretaro;20.63;-100.38;786
Aguascalientes;21.88;-102.29;764
Acapulco;16.85;-99.92;684
Morelia;19.73;-101.19;619
Cuernavaca;18.92;-99.24;592
Veracruz;19.18;-96.16;574
Tuxtla Gutierrez;16.75;-93.15;474
Xalapa;19.53;-96.92;439
Oaxaca;17.08;-96.67;397
Villahermosa;18;-92.9;395
Celaya;20.53;-100.8;345
Irapuato;20.67;-101.5;340
Pachuca;20.17;-98.73;311
Tlaxcala;19.32;-98.23;297
Coatzacoalcos;18.12;-94.42;259
Uruapan;19.42;-102.07;251
Tehuacan;18.45;-97.38;239
Orizaba;18.85;-97.13;238
Poza Rica de Hidalgo;20.55;-97.47;215
Tapachula;14.9;-92.27;210
Zumpango;19.81;-99.11;189
Puerto Vallarta;20.68;-105.24;184
Zacatecas;22.77;-102.58;177
Cordoba;18.92;-96.92;177
Minatitlan;17.98;-94.53;176
Colima;19.23;-103.72;175
Chilpancingo;17.55;-99.5;174
Zamora;19.98;-102.28;170
Salamanca;20.57;-101.2;168
San Cristobal de Las Casas;16.75;-92.63;158
San Juan del Rio;20.38;-100;133
Teziutlan;19.82;-97.36;124
Lazaro Cardenas;17.96;-102.2;122
Ciudad Valles;21.98;-99.02;112
Iguala;18.37;-99.54;111
Fresnillo;23.17;-102.86;103
@America/Monterrey MX
Monterrey;25.67;-100.33;2417
Torreon;25.57;-103.42;834
Saltillo;25.42;-101;679
Tampico;22.3;-97.87;578
Durango;24.03;-104.67;456
Gomez Palacio;25.57;-103.5;314
Ciudad Victoria;23.72;-99.13;272
Monclova;26.9;-101.42;216
Ciudad Madero;22.32;-97.84;165
@America/Montevideo UY
Montevideo;-34.86;-56.17;759
Rivera;-30.9;-55.56;132
Salto;-31.39;-57.97;103
@America/Montreal CA
Montréal;45.5;-73.58;3017
Québec;46.84;-71.25;576
Sherbrooke;45.4;-71.9;135
Trois-Rivières;46.35;-72.55;118
@America/Nassau BS
Nassau;25.08;-77.35;194
@America/New_York US
New York;40.75;-73.98;13524
Philadelphia;40;-75.17;3505
Miami;25.79;-80.22;2984
Brooklyn;40.68;-73.94;2700
Boston;42.33;-71.07;2528
Atlanta;33.83;-84.4;2464
Washington, D.C.;38.9;-77.01;2445
Manhattan;40.78;-73.97;1600
Pittsburgh;40.43;-80;1535
Baltimore;39.3;-76.62;1433
Tampa;27.95;-82.46;1319
Cleveland;41.47;-81.69;1170
Fort Lauderdale;26.14;-80.14;1104
Columbus;39.98;-82.99;1003
Cincinnati;39.16;-84.46;971
Charlotte;35.2;-80.83;944
Jacksonville;30.33;-81.67;905
Virginia Beach;36.85;-75.98;877
Raleigh;35.82;-78.64;790
Orlando;28.51;-81.38;779
New Haven;41.33;-72.9;708
West Palm Beach;26.75;-80.12;676
Providence;41.82;-71.41;664
Buffalo;42.88;-78.88;648
Norfolk;36.85;-76.28;645
Bridgeport;41.18;-73.2;579
Richmond;37.55;-77.45;551
St. Petersburg;27.77;-82.68;523
Hartford;41.77;-72.68;519
Albany;42.67;-73.82;484
Rochester;43.17;-77.62;483
Dayton;39.75;-84.2;466
Akron;41.07;-81.52;451
Stamford;41.05;-73.54;435
Knoxville;35.97;-83.92;417
Lowell;42.63;-71.32;415
Syracuse;43.05;-76.15;404
Toledo;41.67;-83.58;388
Sarasota;27.34;-82.53;321
Covington;39.08;-84.51;313
Greensboro;36.07;-79.8;310
Allentown;40.6;-75.5;301
Jersey City;40.73;-74.08;292
Harrisburg;40.27;-76.88;289
Springfield;42.12;-72.58;287
Newark;40.7;-74.17;280
Durham;36;-78.92;257
Hampton;37.03;-76.35;257
Columbia;34.04;-80.9;257
Charleston;32.79;-79.99;254
Miami Beach;25.81;-80.13;249
Lexington;38.05;-84.5;245
Winston-Salem;36.11;-80.26;237
Worcester;42.27;-71.8;232
Trenton;40.22;-74.74;226
Lancaster;40.04;-76.31;209
Chattanooga;35.07;-85.25;207
Greenville;34.85;-82.39;203
Columbus;32.47;-84.98;202
Youngstown;41.1;-80.65;195
Salem;42.52;-70.88;189
Sanford;28.79;-81.28;189
Tallahassee;30.45;-84.28;187
Coral Springs;26.27;-80.27;186
Fayetteville;35.06;-78.88;184
Waterbury;41.55;-73.05;174
Melbourne;28.08;-80.61;171
Canton;40.8;-81.38;168
Gainesville;29.65;-82.33;158
Savannah;32.02;-81.11;156
Manchester;43;-71.46;153
Augusta;33.46;-81.98;153
Paterson;40.92;-74.17;151
Kissimmee;28.29;-81.41;145
Roanoke;37.27;-79.94;145
Naples;26.14;-81.79;142
Daytona Beach;29.21;-81.02;141
Erie;42.13;-80.08;139
Fort Pierce;27.45;-80.33;133
York;39.96;-76.73;129
Alexandria;38.82;-77.1;127
Wilmington;34.23;-77.95;127
Ft. Myers;26.64;-81.86;121
Niagara Falls;43.09;-79.04;118
Cambridge;42.37;-71.11;118
Cape Coral;26.6;-81.98;117
Wilmington;39.75;-75.55;116
New Bedford;41.66;-70.94;115
Scranton;41.41;-75.66;115
Asheville;35.6;-82.55;106
Macon;32.85;-83.63;105
Schenectady;42.81;-73.94;105
Poughkeepsie;41.7;-73.92;101
@America/Ojinaga MX
Ciudad Juárez;31.69;-106.49;1343
@America/Panama PA
Panama City;8.97;-79.53;845
Colon;9.37;-79.87;170
@America/Paramaribo SR
Paramaribo;5.84;-55.17;239
@America/Phoenix US
Phoenix;33.54;-112.07;2436
Mesa;33.42;-111.74;762
Tucson;32.2;-110.89;671
Glendale;33.58;-112.2;363
@America/Port-au-Prince HT
Port-au-Prince;18.54;-72.34;1616
Cap-Haitien;19.76;-72.21;208
Gonaives;19.45;-72.68;126
Les Cayes;18.2;-73.75;123
@America/Port_of_Spain TT
Port-of-Spain;10.65;-61.52;172
San Fernando;10.28;-61.46;166
@America/Porto_Velho BR
Porto Velho;-8.75;-63.9;290
@America/Puerto_Rico PR
San Juan;18.44;-66.13;1437
Mayaguez;18.2;-67.14;185
Ponce;18;-66.62;156
@America/Recife BR
Recife;-8.08;-34.92;2565
Jaboatao;-8.11;-35.02;681
Olinda;-8;-34.85;660
Caruaru;-8.28;-35.98;239
Petrolina;-9.38;-40.51;228
Cabo de Santo Agostinho;-8.29;-35.03;145
Carpina;-7.84;-35.26;118
Garanhuns;-8.89;-36.5;107
@America/Regina CA
Saskatoon;52.17;-106.67;194
Regina;50.45;-104.62;176
@America/Rio_Branco BR
Rio Branco;-9.97;-67.8;258
@America/Santarem BR
Santarem;-2.43;-54.7;210
@America/Santiago CL
Santiago;-33.45;-70.67;2883
Concepcion;-36.83;-73.05;551
Valparaiso;-33.05;-71.62;435
Vina del Mar;-33.03;-71.54;399
Antofagasta;-23.65;-70.4;296
Talcahuano;-36.72;-73.12;271
Temuco;-38.73;-72.58;252
San Bernardo;-33.6;-70.7;244
Rancagua;-34.17;-70.74;223
Iquique;-20.25;-70.13;223
Talca;-35.46;-71.67;186
Arica;-18.5;-70.29;178
Puerto Montt;-41.47;-72.93;167
Coquimbo;-29.95;-71.34;159
La Serena;-29.9;-71.25;151
Chillan;-36.6;-72.11;150
Valdivia;-39.8;-73.25;147
Osorno;-40.57;-73.16;145
Los Angeles;-37.46;-72.36;135
Calama;-22.45;-68.92;134
Copiapo;-27.36;-70.34;117
Curico;-34.98;-71.24;108
Punta Arenas;-53.16;-70.94;106
@America/Santo_Domingo DO
Santiago;19.5;-70.67;1471
Santo Domingo;18.47;-69.9;1078
San Pedro de Macoris;18.45;-69.3;211
La Romana;18.42;-68.97;202
San Cristobal;18.42;-70.11;154
San Francisco de Macoris;19.3;-70.25;139
La Vega;19.22;-70.52;133
Higuey;18.62;-68.71;124
Puerto Plata;19.79;-70.69;120
@America/Sao_Paulo BR
Sao Paulo;-23.56;-46.63;14433
Rio de Janeiro;-22.93;-43.23;6879
Belo Horizonte;-19.92;-43.92;3974
Brasilia;-15.78;-47.92;3140
Porto Alegre;-30.05;-51.2;2645
Curitiba;-25.42;-49.32;2291
Campinas;-22.9;-47.1;1911
Goiania;-16.72;-49.3;1597
Santos;-23.95;-46.33;1060
Vitória;-20.32;-40.37;1008
Niteroi;-22.9;-43.1;994
Nova Iguacu;-22.74;-43.47;845
Duque de Caxias;-22.77;-43.31;843
Vila Velha;-20.37;-40.32;742
Joinville;-26.32;-48.84;711
Sao Jose dos Campos;-23.2;-45.88;695
Santo Andre;-23.65;-46.53;662
Florianopolis;-27.58;-48.52;569
Sorocaba;-23.49;-47.47;561
Novo Hamburgo;-29.71;-51.14;557
Ribeirao Preto;-21.17;-47.83;521
Londrina;-23.3;-51.18;496
Uberlandia;-18.9;-48.28;485
Sao Jose dos Pinhais;-25.57;-49.18;472
Canoas;-29.92;-51.18;467
Juiz de Fora;-21.77;-43.37;465
Jundiai;-23.2;-46.88;414
Campos;-21.75;-41.32;379
Caxias do Sul;-29.18;-51.17;378
Foz do Iguacu;-25.52;-54.53;367
Sao Jose do Rio Preto;-20.8;-49.39;358
Volta Redonda;-22.52;-44.09;353
Americana;-22.75;-47.33;338
Piracicaba;-22.71;-47.64;330
Taubate;-23.02;-45.56;328
Maringa;-23.41;-51.93;320
Ipatinga;-19.48;-42.52;318
Bauru;-22.33;-49.08;308
Montes Claros;-16.72;-43.86;300
Pelotas;-31.75;-52.33;299
Blumenau;-26.92;-49.09;286
Franca;-20.53;-47.39;281
Petropolis;-22.51;-43.2;279
Anapolis;-16.32;-48.96;279
Ponta Grossa;-25.09;-50.16;271
Itajai;-26.9;-48.68;241
Limeira;-22.55;-47.4;241
Santa Maria;-29.68;-53.8;239
Uberaba;-19.78;-47.95;235
Itu;-23.26;-47.3;229
Cascavel;-24.96;-53.46;229
Governador Valadares;-18.87;-41.97;201
Presidente Prudente;-22.12;-51.39;200
Sete Lagoas;-19.45;-44.25;195
Marilia;-22.21;-49.95;191
Cabo Frio;-22.89;-42.04;185
Criciuma;-28.68;-49.39;183
Divinopolis;-20.15;-44.9;181
Rio Claro;-22.41;-47.56;178
Cachoeiro de Itapemirim;-20.85;-41.13;175
Sao Carlos;-22.02;-47.89;175
Barra Mansa;-22.56;-44.17;167
Aracatuba;-21.21;-50.45;166
Passo Fundo;-28.25;-52.42;164
Nova Friburgo;-22.26;-42.54;163
Guaratingueta;-22.82;-45.19;155
Xapeco;-27.1;-52.64;155
Rio Grande;-32.05;-52.12;143
Lajes;-27.81;-50.31;140
Paranagua;-25.53;-48.53;135
Macae;-22.38;-41.79;133
Jaragua do Sul;-26.48;-49.1;129
Braganca Paulista;-22.95;-46.55;126
Pocos de Caldas;-21.78;-46.57;125
Pindamonhangaba;-22.92;-45.47;124
Guarapuava;-25.38;-51.48;123
Itapetininga;-23.59;-48.04;121
Santa Cruz do Sul;-29.71;-52.44;110
Catanduva;-21.14;-48.98;105
Pouso Alegre;-22.22;-45.94;103
Conselheiro Lafaiete;-20.67;-43.79;103
Apucarana;-23.55;-51.47;103
Jau;-22.29;-48.57;103
Bage;-31.32;-54.1;103
Barbacena;-21.22;-43.77;102
@America/St_Johns CA
St. John’s;47.58;-52.68;115
@America/Tegucigalpa HN
Tegucigalpa;14.1;-87.22;898
San Pedro Sula;15.5;-88.03;585
La Ceiba;15.76;-86.8;138
@America/Tijuana MX
Tijuana;32.5;-117.08;1465
Mexicali;32.65;-115.48;736
Ensenada;31.87;-116.62;239
@America/Toronto CA
Toronto;43.7;-79.42;4574
Ottawa;45.42;-75.7;979
Hamilton;43.25;-79.83;621
Kitchener;43.45;-80.5;413
Oshawa;43.88;-78.85;349
London;42.97;-81.25;341
Barrie;44.38;-79.7;151
Sudbury;46.5;-80.97;119
Sarnia;42.97;-82.4;114
Kingston;44.23;-76.48;108
@America/Vancouver CA
Vancouver;49.27;-123.12;1458
Victoria;48.43;-123.35;270
Abbotsford;49.05;-122.3;152
Kelowna;49.9;-119.48;110
@America/Winnipeg CA
Winnipeg;49.88;-97.17;604
@Asia/Aden YE
Sanaa;15.35;44.21;1922
Aden;12.78;45.01;775
Taizz;13.6;44.04;683
Al Hudaydah;14.8;42.95;628
Ibb;13.98;44.17;235
Al Mukalla;14.54;49.13;194
Dhamar;14.56;44.39;191
Hajjah;15.69;43.6;126
Sadah;16.94;43.85;106
Zabid;14.2;43.32;103
@Asia/Almaty KZ
Almaty;43.32;76.92;1096
Shymkent;42.32;69.6;440
Qaraghandy;49.88;73.12;378
Astana;51.18;71.43;335
Taraz;42.9;71.36;333
Pavlodar;52.3;76.95;316
Semey;50.43;80.28;302
Oskemen;49.99;82.61;284
Petropavlovsk;54.88;69.22;215
Temirtau;50.07;72.96;167
Kokshetau;53.3;69.42;127
Ekibastuz;51.73;75.32;125
Zhezqazghan;47.78;67.77;104
@Asia/Amman JO
Amman;31.95;35.93;1060
Az Zarqa;32.07;36.1;844
Irbid;32.55;35.85;471
As Salt;32.04;35.73;110
@Asia/Aqtau KZ
Mangyshlak;43.69;51.14;147
@Asia/Aqtobe KZ
Aktobe;50.28;57.17;260
@Asia/Ashgabat TM
Ashgabat;37.95;58.38;653
Turkmenabat;39.11;63.58;232
Dasoguz;41.84;59.96;184
Mary;37.6;61.83;147
@Asia/Atyrau KZ
Atyrau;47.11;51.92;171
@Asia/Baghdad IQ
Baghdad;33.34;44.39;5054
Mosul;36.35;43.15;1228
Basra;30.51;47.81;870
Irbil;36.18;44.01;796
As Sulaymaniyah;35.56;45.43;654
Dahuk;36.87;43;621
An Najaf;32;44.34;613
Kirkuk;35.47;44.39;555
Al Hillah;32.47;44.42;480
Karbala;32.61;44.02;473
An Nasiriyah;31.04;46.27;426
Ad Diwaniyah;31.99;44.92;339
Al Amarah;31.84;47.15;334
Al Kut;32.49;45.83;318
Ar Ramadi;33.42;43.3;285
Baqubah;33.75;44.66;226
Al Fallujah;33.35;43.78;211
Az Aubayr;30.39;47.71;192
As Samawah;31.31;45.28;164
Samarra;34.19;43.88;159
Tall Afar;36.38;42.45;144
Ash Shatrah;31.42;46.18;122
Zakho;37.14;42.69;115
@Asia/Bahrain BH
Manama;26.24;50.58;361
@Asia/Baku AZ
Baku;40.4;49.86;2007
Ganca;40.68;46.35;302
Sumqayt;40.58;49.63;272
@Asia/Bangkok TH
Bangkok;13.75;100.52;5904
Samut Prakan;13.61;100.61;389
Chiang Mai;18.8;98.98;299
Nakhon Ratchasima;15;102.1;272
Nonthaburi;13.83;100.48;259
Hat Yai;7;100.47;255
Udon Thani;17.4;102.79;239
Chon Buri;13.4;101;221
Khon Kaen;16.42;102.83;199
Ubon Ratchathani;15.25;104.83;198
Lampang;18.29;99.48;180
Nakhon Si Thammarat;8.4;99.97;177
Pathum Thani;14.02;100.53;154
Surat Thani;9.15;99.34;142
Phitsanulok;16.83;100.27;134
Yala;6.55;101.29;121
Nakhon Pathom;13.82;100.06;118
Ayutthaya;14.36;100.57;114
Nakhon Sawan;15.7;100.07;112
Phuket;7.88;98.38;109
Trang;7.56;99.61;104
@Asia/Barnaul RU
Barnaul;53.35;83.75;570
Biysk;52.53;85.18;210
Rubtsovsk;51.52;81.21;159
@Asia/Beirut LB
Beirut;33.87;35.51;1779
Trablous;34.42;35.87;361
Saida;33.56;35.37;174
@Asia/Bishkek KG
Bishkek;42.87;74.59;821
Osh;40.54;72.79;296
Jalal Abad;40.94;73;162
@Asia/Brunei BN
Bandar Seri Begawan;4.88;114.93;218
@Asia/Chita RU
Chita;52.06;113.47;293
@Asia/Chongqing CN
Chongqing;29.56;106.59;5214
Chengdu;30.67;104.07;4037
Xian;34.28;108.89;3617
Hechi;23.1;109.61;3275
Guiyang;26.58;106.72;2417
Lanzhou;36.06;103.79;2283
Nanchong;30.78;106.13;2174
Kunming;25.07;102.68;1977
Wanzhou;30.82;108.4;1680
Haikou;20.05;110.32;1607
Luzhou;28.88;105.38;1537
Nanning;22.82;108.32;1485
Liuzhou;24.28;109.25;1436
Suining;30.53;105.53;1425
Hohhot;40.82;111.66;1250
Baotou;40.65;109.82;1230
Xianyang;34.35;108.71;1126
Ankang;32.68;109.02;1025
Neijiang;29.58;105.05;1006
Baoshan;25.12;99.15;925
Xining;36.62;101.77;908
Zigong;29.4;104.78;897
Lupanshui;26.59;104.83;886
Mianyang;31.47;104.77;830
Guilin;25.28;110.28;818
Baoji;34.38;107.15;800
Yangjiang;21.85;111.97;751
Zunyi;27.7;106.92;658
Yinchuan;38.47;106.27;658
Leshan;29.57;103.73;656
Zhanyi;25.6;103.82;653
Tianshui;34.6;105.92;650
Yulin;22.63;110.15;638
Anshun;26.25;105.93;600
Yibin;28.77;104.57;572
Beihai;21.48;109.1;567
Xingyi;25.09;104.89;540
Wuwei;37.93;102.64;493
Zhaotang;27.32;103.72;459
Panzhihua;26.55;101.73;446
Linxia;35.6;103.2;368
Longxi;35.05;104.64;355
Wuzhou;23.48;111.32;354
Yaan;29.98;103.08;340
Guangyuan;32.43;105.87;325
Mengzi;23.36;103.41;303
Jining;41.03;113.08;270
Chuxiong;25.04;101.55;254
Sanya;18.26;109.5;254
Tongchuan;35.08;109.03;253
Xichang;27.88;102.3;253
Yuxi;24.38;102.57;250
Wuhai;39.66;106.81;218
Qinzhou;21.95;108.62;173
Weinan;34.5;109.5;172
Simao;22.78;100.98;163
Zhangye;38.93;100.45;163
Pingliang;35.53;106.68;158
Deyang;31.13;104.4;152
Hanzhong;33.13;107.03;146
Dali;25.7;100.18;145
Gejiu;23.38;103.15;143
Jinchang;38.5;102.17;142
Hancheng;35.47;110.43;140
Jiayuguan;39.82;98.3;135
Bose;23.9;106.61;133
Tengchong;25.03;98.47;126
Yulin;38.28;109.73;123
Dali;34.8;109.94;110
Shizuishan;39.23;106.77;110
Wenshan;23.37;104.25;108
Tongren;27.68;109.13;104
@Asia/Colombo LK
Colombo;6.93;79.86;217
Moratuwa;6.78;79.88;189
Jaffna;9.68;80.01;169
Sri Jawewardenepura Kotte;6.9;79.95;116
Kandy;7.28;80.67;112
Trincomalee;8.57;81.23;108
Batticaloa;7.72;81.7;108
@Asia/Damascus SY
Damascus;33.5;36.3;2466
Aleppo;36.23;37.17;2170
Hims;34.73;36.72;890
Al Ladhiqiyah;35.54;35.78;440
Hamah;35.15;36.73;440
Douma;33.58;36.4;407
Dayr az Zawr;35.33;40.13;276
Ar Raqqah;35.93;39.02;176
Tartus;34.88;35.89;139
Dar'a;32.63;36.11;122
Idlib;35.93;36.63;116
Al Hasakah;36.48;40.75;105
Al Qamishli;37.03;41.23;104
@Asia/Dhaka BD
Dhaka;23.72;90.41;9899
Chittagong;22.33;91.8;4225
Khulna;22.84;89.56;1448
Rajshahi;24.37;88.61;755
Comilla;23.47;91.17;389
Mymensingh;24.75;90.38;330
Rangpur;25.75;89.28;286
Jessore;23.17;89.2;244
Sylhet;24.9;91.87;237
Saidpur;25.8;89;232
Narayanganj;23.62;90.5;224
Barisal;22.7;90.37;202
Tangail;24.25;89.92;180
Jamalpur;24.9;89.95;168
Nawabganj;24.58;88.35;142
Pabna;24;89.25;138
@Asia/Dili TL
Dili;-8.56;125.58;214
@Asia/Dubai AE
Dubai;25.23;55.28;1258
Sharjah;25.37;55.41;952
Abu Dhabi;24.47;54.37;582
Al Ayn;24.23;55.74;353
Ras al Khaymah;25.79;55.94;138
@Asia/Dushanbe TJ
Dushanbe;38.56;68.77;883
Khujand;40.29;69.62;291
Qurghonteppa;37.84;68.77;188
Konibodom;40.29;70.43;155
Uroteppa;39.92;69;105
@Asia/Gaza PS
Gaza;31.53;34.45;477
@Asia/Harbin CN
Harbin;45.75;126.65;3425
Changchun;43.87;125.34;2860
Jilin;43.85;126.55;2139
Qiqihar;47.34;123.99;1262
Mudangiang;44.58;129.59;955
Daqing;46.58;125;948
Jiamusi;46.83;130.35;785
Jixi;45.3;130.97;684
Hegang;47.4;130.37;658
Siping;43.17;124.33;529
Shuangyashan;46.67;131.35;500
Liaoyuan;42.9;125.13;486
Yichun;47.7;128.9;443
Yanji;42.88;129.51;408
Qitaihe;45.8;130.85;398
Baicheng;45.62;122.82;352
Baishan;41.9;126.43;330
Hulan Ergi;47.21;123.61;278
Suihua;46.63;126.98;251
Fuyu;45.18;124.82;248
Jiutai;44.14;125.84;190
Anda;46.4;125.32;181
Dunhua;43.35;128.22;170
Zhaodong;46.08;125.98;167
Beian;48.24;126.48;155
Nongan;44.43;125.17;141
Shuangcheng;45.35;126.28;119
Taonan;45.33;122.78;115
Tieli;46.95;128.05;109
Hailun;47.45;126.93;105
Nancha;47.14;129.29;105
@Asia/Hebron PS
Al Khalil;31.54;35.1;220
Nablus;32.22;35.25;173
@Asia/Ho_Chi_Minh VN
Ho Chi Minh City;10.78;106.7;4391
Hanoi;21.03;105.85;2905
Haiphong;20.83;106.68;1286
Da Nang;16.06;108.25;944
Can Tho;10.05;105.77;690
Bien Hoa;10.97;106.83;653
Hue;16.47;107.58;645
Qui Nhon;13.78;109.18;543
Vinh;18.7;105.68;514
Thai Nguyen;21.6;105.83;415
Nha Trang;12.25;109.17;347
Viet Tri;21.33;105.43;305
Ca Mau;9.18;105.15;281
Long Xuyen;10.38;105.42;254
Rach Gia;10.02;105.09;253
Phan Thiet;10.93;108.1;249
Buon Me Thuot;12.67;108.05;248
Thu Dau Mot;10.97;106.65;244
Nam Dinh;20.42;106.2;243
Soc Trang;9.6;105.98;237
Vung Tau;10.36;107.08;229
Thai Binh;20.45;106.33;210
Thanh Hoa;19.82;105.8;198
Da Lat;11.93;108.42;194
Bac Lieu;9.28;105.72;188
Quang Ngai;15.15;108.83;185
Ha Tinh;18.33;105.9;165
Hong Gai;20.96;107.1;160
Cao Lanh;10.47;105.64;150
Lang Son;21.85;106.76;148
Phan Rang;11.57;108.98;136
Tra Vinh;9.93;106.33;131
Ninh Binh;20.25;105.98;131
Play Ku;13.98;108;129
Tay Ninh;11.32;106.15;126
My Tho;10.35;106.35;123
Son Tay;21.14;105.51;115
Dong Hoi;17.48;106.6;110
Vinh Long;10.26;105.96;103
Hoa Binh;20.81;105.34;102
Tan An;10.53;106.42;101
@Asia/Hong_Kong HK
Hong Kong;22.3;114.19;5879
@Asia/Irkutsk RU
Irkutsk;52.32;104.25;572
Ulan Ude;51.82;107.62;354
Angarsk;52.56;103.92;232
Bratsk;56.16;101.62;134
@Asia/Jakarta ID
Jakarta;-6.17;106.83;8833
Surabaya;-7.25;112.75;2610
Bandung;-6.95;107.57;2047
Bekasi;-6.22;106.97;1949
Medan;3.58;98.65;1933
Palembang;-2.98;104.75;1595
Semarang;-6.97;110.42;1342
Cilacap;-7.72;109.02;1175
Bandar Lampung;-5.45;105.3;882
Bogor;-6.57;106.75;859
Padang;-0.96;100.36;848
Malang;-7.98;112.61;776
Pekanbaru;0.56;101.43;705
Yogyakarta;-7.78;110.38;637
Surakarta;-7.56;110.83;555
Jambi;-1.59;103.61;439
Binjai;3.62;98.5;405
Bengkulu;-3.8;102.27;368
Banda Aceh;5.55;95.32;344
Pasuruan;-7.63;112.9;343
Bukittinggi;-0.3;100.36;303
Jember;-8.17;113.69;299
Sukabumi;-6.91;106.9;276
Pematangsiantar;2.96;99.06;275
Tasikmalaya;-7.33;108.21;271
Pakalongan;-6.88;109.67;265
Cirebon;-6.73;108.57;254
Tegal;-6.87;109.12;237
Kediri;-7.79;112;235
Tebingtinggi;3.33;99.13;193
Madiun;-7.63;111.51;186
Padangsidempuan;1.39;99.27;184
Probolinggo;-7.75;113.15;182
Tanjungpinang;0.92;104.47;176
Salatiga;-7.31;110.49;174
Serang;-6.11;106.15;165
Sibolga;1.75;98.8;149
Banyuwangi;-8.2;114.37;140
Blitar;-8.07;112.15;132
Indramayu;-6.34;108.32;123
Pati;-6.74;111.03;123
Langsa;4.67;97.97;117
Lhokseumawe;5.19;97.14;115
Mojokerto;-7.47;112.43;113
Magelang;-7.47;110.18;111
@Asia/Jayapura ID
Ambon;-3.72;128.2;228
Jayapura;-2.53;140.7;152
Ternate;0.79;127.36;145
Sorong;-0.86;131.28;126
Biak;-1.16;136.05;104
@Asia/Jerusalem IL
Tel Aviv-Yafo;32.08;34.77;1745
Jerusalem;31.78;35.21;915
Haifa;32.82;34.98;639
Beer Sheva;31.25;34.83;197
Nazareth;32.7;35.3;108
@Asia/Kabul AF
Kabul;34.52;69.18;3160
Kandahar;31.61;65.69;614
Herat;34.33;62.17;439
Jalalabad;34.44;70.44;402
Mazar-e Sharif;36.7;67.1;365
Kondoz;36.73;68.87;211
Lashkar Gah;31.58;64.36;202
Meymaneh;35.93;64.77;200
Baghlan;36.14;68.7;164
Balkh;36.75;66.9;147
Ghazni;33.56;68.42;130
@Asia/Kamchatka RU
Petropavlovsk Kamchatskiy;53.06;158.62;182
@Asia/Karachi PK
Karachi;24.87;66.99;11877
Lahore;31.56;74.35;6444
Faisalabad;31.41;73.11;2562
Saidu;34.75;72.35;1860
Rawalpindi;33.6;73.04;1801
Multan;30.2;71.46;1480
Gujranwala;32.16;74.19;1449
Hyderabad;25.38;68.37;1423
Peshawar;34.01;71.54;1261
Abbottabad;34.15;73.2;1032
Quetta;30.22;67.02;751
Islamabad;33.7;73.17;691
Bannu;32.99;70.6;586
Bahawalpur;29.39;71.67;553
Sargodha;32.09;72.67;543
Sialkote;32.52;74.56;477
Sukkur;27.71;68.85;418
Larkana;27.56;68.21;364
Sheikhu Pura;31.72;73.99;361
Rahim Yar Khan;28.42;70.3;353
Jhang;31.28;72.32;341
Gujrat;32.58;74.08;302
Mardan;34.2;72.04;300
Kasur;31.13;74.46;291
Mirput Khas;25.53;69.01;286
Kohat;33.6;71.43;247
Sahiwal;30.67;73.11;236
Dera Ghazi Khan;30.06;70.64;236
Nawabshah;26.25;68.4;230
Okara;30.81;73.45;224
Chiniot;31.72;72.98;202
Sadiqabad;28.3;70.13;190
Gilgit;35.92;74.3;124
Turbat;25.99;63.07;112
@Asia/Kashgar CN
Kashgar;39.48;75.97;472
Yining;43.9;81.35;403
Aksu;41.15;80.25;310
Shache;38.43;77.25;282
Hotan;37.1;79.93;188
@Asia/Kathmandu NP
Kathmandu;27.72;85.32;895
Pokhara;28.26;83.97;200
Lalitpur;27.67;85.33;191
Biratnagar;26.48;87.28;182
Hetauda;27.42;85.03;159
Birganj;27;84.87;133
@Asia/Kolkata IN
Mumbai;19.02;72.86;15835
Delhi;28.67;77.23;11780
Kolkata;22.49;88.32;9709
Bengaluru;12.97;77.56;5946
Chennai;13.09;80.28;5746
Hyderabad;17.4;78.48;4987
Ahmedabad;23.03;72.58;4547
Pune;18.53;73.85;3804
Surat;21.2;72.84;3368
Kanpur;26.46;80.32;2993
Haora;22.58;88.33;2935
Jaipur;26.92;75.81;2814
Lucknow;26.86;80.91;2584
Nagpur;21.17;79.09;2341
Indore;22.72;75.87;1932
Patna;25.62;85.13;1879
Bhopal;23.25;77.41;1663
Ludhiana;30.93;75.87;1597
Vadodara;22.31;73.18;1583
Kalyan;19.25;73.16;1577
Agra;27.17;78.02;1511
Faridabad;28.43;77.32;1394
Nasik;20;73.78;1381
Asansol;23.68;86.98;1328
Coimbatore;11;76.95;1328
Meerut;29;77.7;1311
Vishakhapatnam;17.73;83.3;1296
Ghaziabad;28.66;77.41;1270
Varanasi;25.33;83;1258
Rajkot;22.31;70.8;1180
Jabalpur;23.18;79.96;1158
Amritsar;31.64;74.87;1152
Prayagraj;25.45;81.84;1137
Madurai;9.92;78.12;1102
Bhilai;21.22;81.43;1097
Chhatrapati Sambhajinagar;19.9;75.32;1065
Kochi;10.02;76.22;1062
Srinagar;34.1;74.82;1058
Warangal;18.01;79.58;1035
Sholapur;17.67;75.9;1009
Vijayawada;16.52;80.63;1006
Jodhpur;26.29;73.02;958
Jamshedpur;22.79;86.2;958
Chandigarh;30.72;76.78;947
Ranchi;23.37;85.33;945
Gwalior;26.23;78.18;930
Mysuru;12.31;76.66;878
Gurgaon;28.46;77.03;877
Thiruvananthapuram;8.5;76.95;869
Tiruchirappalli;10.81;78.69;863
Hubballi;15.36;75.13;841
Salem;11.67;78.18;826
Jullundur;31.33;75.57;820
Bhubaneshwar;20.27;85.83;803
Kota;25.18;75.83;795
Bareilly;28.35;79.42;781
Aligarh;27.89;78.06;779
Atal Nagar;21.23;81.64;777
Moradabad;28.84;78.76;754
Bhiwandi;19.35;73.13;751
Dhanbad;23.8;86.42;733
Kozhikode;11.25;75.77;696
Gorakhpur;26.75;83.38;674
Amravati;20.95;77.77;669
Kolhapur;16.7;74.22;656
Dehra Dun;30.32;78.05;646
Noida;28.57;77.32;640
Jammu;32.71;74.85;628
Jhansi;25.45;78.56;620
Belagavi;15.87;74.51;609
Sangli;16.86;74.58;601
Mangaluru;12.9;74.85;597
Nanded;19.17;77.3;587
Cuttack;20.47;85.89;580
Malegaon;20.56;74.53;563
Raurkela;22.23;84.83;555
Ajmer;26.45;74.64;554
Tiruppur;11.08;77.33;547
Nellore;14.44;79.99;541
Guntur;16.33;80.45;531
Siliguri;26.72;88.46;516
Bhavnagar;21.78;72.13;510
Guwahati;26.16;91.77;500
Tirunelveli;8.73;77.69;489
Shivamogga;13.93;75.56;487
Bikaner;28.03;73.33;486
Ujjain;23.19;75.79;485
Saharanpur;29.97;77.55;485
Bhatpara;22.85;88.52;483
Gulbarga;17.35;76.82;483
Davangere;14.47;75.92;469
Akola;20.71;77.01;466
Chandrapur;19.97;79.3;462
Udaipur;24.6;73.73;446
Bilaspur;22.09;82.16;437
Tuticorin;8.82;78.13;436
Gaya;24.8;85;424
Hisar;29.17;75.73;423
Dhule;20.9;74.77;423
Kollam;8.9;76.57;394
Ballari;15.15;76.92;391
Ahmednagar;19.11;74.75;379
Shillong;25.57;91.88;365
Latur;18.4;76.57;362
Bhagalpur;25.23;86.98;362
Bhilwara;25.35;74.64;358
Tumakuru;13.33;77.1;353
Kurnool;15.83;78.03;352
Muzaffarnagar;29.49;77.7;350
Nizamabad;18.67;78.1;347
Rajapalaiyam;9.42;77.58;339
Parbhani;19.27;76.76;334
Muzaffarpur;26.12;85.38;333
Mathura;27.5;77.67;331
Patiala;30.32;76.38;329
Brahmapur;19.32;84.8;325
Shahjahanpur;27.88;79.91;320
Sikar;27.61;75.14;319
New Delhi;28.6;77.2;318
Rohtak;28.9;76.58;317
Firozabad;27.15;78.39;306
Rajamahendravaram;17.03;81.79;305
Barddhaman;23.25;87.86;302
Rampur;28.82;79.02;296
Panipat;29.4;76.97;293
Kakinada;16.97;82.24;293
Bhuj;23.25;69.81;289
Sagar;23.85;78.75;288
Alwar;27.55;76.6;283
Aizawl;23.71;92.72;274
Ratlam;23.35;75.03;272
Bijapur;16.84;75.71;271
Tirupati;13.65;79.42;269
Karimnagar;18.46;79.11;258
Etawah;26.79;79.01;257
Bidar;17.92;77.52;252
Sonipat;29;77.02;251
Imphal;24.8;93.95;244
Hapur;28.74;77.76;243
Hosapete;15.28;76.38;242
Raichur;16.21;77.36;241
Mirzapur;25.15;82.57;240
Sambalpur;21.47;83.97;237
Khammam;17.28;80.16;231
Bharatpur;27.25;77.5;229
Pondicherry;11.93;79.83;227
Karnal;29.68;76.97;225
Thanjavur;10.77;79.15;220
Nagercoil;8.18;77.43;219
Pathankot;32.27;75.72;214
Mandya;12.57;76.92;210
Pali;25.79;73.33;209
Agartala;23.84;91.28;203
Puri;19.82;85.9;201
Haldia;22.03;88.06;201
Dindigul;10.38;78;201
Bulandshahr;28.41;77.85;199
Purnia;25.79;87.48;198
Gurugram;28.45;77.02;197
Burhanpur;21.3;76.13;197
Gandhinagar;23.3;72.64;196
Machilipatnam;16.2;81.18;193
Bhiwani;28.81;76.13;191
Proddatur;14.75;78.57;188
Ongole;15.56;80.05;188
Porbandar;21.67;69.67;187
Bahraich;27.62;81.67;182
Bhusawal;21.02;75.83;178
Nandyal;15.52;78.48;177
Alappuzha;9.5;76.37;177
Vellore;12.92;79.15;177
Simla;31.1;77.17;174
Sirsa;29.49;75.03;171
Chirala;15.86;80.34;170
Medinipur;22.33;87.15;169
Tonk;26.15;75.79;167
Fatehpur;25.88;80.8;166
Sitapur;27.63;80.75;164
Navsari;20.85;72.92;163
Budaun;28.03;79.09;162
Cuddalore;11.72;79.77;159
Hoshiarpur;31.52;75.98;158
Kanchipuram;12.83;79.72;155
Ayodhya;26.75;82.17;153
Silchar;24.79;92.79;152
Hindupur;13.78;77.49;151
Ambala;30.32;76.82;147
Krishnanagar;23.38;88.53;146
Dibrugarh;27.48;94.9;144
Kumbakonam;10.98;79.4;139
Tiruvannamalai;12.26;79.1;138
Kolar;13.13;78.13;136
Pilibhit;28.64;79.81;131
Abohar;30.12;74.29;131
Hathras;27.6;78.05;127
Alipur Duar;26.48;89.57;127
Baramula;34.2;74.35;123
Sri Vijaya Puram;11.67;92.74;120
Valparai;10.32;76.97;102
@Asia/Krasnoyarsk RU
Krasnoyarsk;56.01;92.87;614
Noginsk;64.48;91.23;230
Abakan;53.7;91.45;161
Norilsk;69.34;88.22;153
Achinsk;56.27;90.5;113
Kyzyl;51.71;94.38;106
@Asia/Kuala_Lumpur MY
George Town;5.41;100.33;1610
Kuala Lumpur;3.17;101.7;1448
Kelang;3.02;101.55;918
Johor Bahru;1.48;103.73;839
Ipoh;4.6;101.06;656
Malacca;2.21;102.25;646
Shah Alam;3.07;101.55;482
Butterworth;5.42;100.4;465
Kota Baharu;6.12;102.23;392
Seremban;2.71;101.94;337
Kuantan;3.83;103.32;320
Kuala Terengganu;5.33;103.12;318
Sungai Petani;5.65;100.48;294
Alor Setar;6.11;100.37;277
Taiping;4.86;100.72;227
Batu Pahat;1.85;102.93;178
Keluang;2.04;103.32;163
Muar;2.03;102.57;160
@Asia/Kuching MY
Kuching;1.53;110.33;538
Kota Kinabalu;5.98;116.11;492
Sandakan;5.84;118.11;342
Tawau;4.27;117.9;298
Miri;4.4;113.98;220
Sibu;2.3;111.84;201
Bintulu;3.17;113.04;118
@Asia/Kuwait KW
Kuwait;29.37;47.98;1062
Al Jahra;29.34;47.66;194
Hawalli;29.33;48;164
@Asia/Macau MO
Macau;22.2;113.55;569
@Asia/Makassar ID
Ujungpandang;-5.14;119.43;1262
Bandjarmasin;-3.33;114.58;588
Denpasar;-8.65;115.22;569
Palu;-0.91;119.83;474
Samarinda;-0.5;117.15;474
Manado;1.48;124.85;449
Balikpapan;-1.25;116.83;440
Mataram;-8.58;116.14;409
Kupang;-10.18;123.58;271
Gorontalo;0.55;123.07;255
Singaraja;-8.12;115.09;184
Pinrang;-3.79;119.65;183
Kendari;-3.96;122.6;165
Martapura;-3.41;114.84;165
Majene;-3.53;118.97;155
Tarakan;3.3;117.63;145
Raba;-8.45;118.77;106
Bontang;0.13;117.5;102
@Asia/Manila PH
Manila;14.6;120.98;7089
Quezon City;14.65;121.03;2762
Davao;7.11;125.63;1307
Cagayan de Oro;8.45;124.69;862
Cebu;10.32;123.9;807
General Santos;6.11;125.17;744
Bacolod;10.63;122.98;731
Zamboanga;6.92;122.08;615
Iligan;8.17;124.22;465
Naga;13.62;123.18;458
Pasay City;14.55;121;403
Iloilo;10.71;122.55;388
Baguio City;16.43;120.57;360
Batangas;13.78;121.02;331
Legazpi;13.17;123.75;320
Angeles;15.15;120.55;314
Olongapo;14.83;120.28;266
Tacloban;11.25;125;235
Cotabato;7.22;124.25;229
San Pablo;14.07;121.32;224
Cabanatuan;15.5;120.96;220
Cadiz;10.96;123.31;206
Butuan;8.95;125.54;191
Tarlac;15.48;120.58;184
Dagupan;16.05;120.34;164
Pagadian;7.85;123.51;160
Laoag;18.2;120.59;155
Puerto Princesa;9.75;118.74;148
Ormac;11.06;124.61;130
Tuguegarao;17.61;121.73;115
@Asia/Muscat OM
Muscat;23.61;58.59;661
As Sib;23.68;58.18;238
Salalah;17.03;54.09;184
Suhar;24.36;56.73;130
Ibri;23.23;56.52;102
@Asia/Nicosia CY
Nicosia;35.17;33.37;212
Limassol;34.68;33.03;149
@Asia/Novokuznetsk RU
Novokuznetsk;53.75;87.11;530
Kemerovo;55.34;86.09;471
Prokopyevsk;53.9;86.71;243
Leninsk Kuznetsky;54.66;86.17;108
@Asia/Novosibirsk RU
Novosibirsk;55.03;82.96;1213
@Asia/Omsk RU
Omsk;54.99;73.4;1089
@Asia/Oral KZ
Oral;51.27;51.33;205
@Asia/Phnom_Penh KH
Phnom Penh;11.55;104.92;1466
Battambang;13.1;103.2;153
@Asia/Pontianak ID
Pontianak;-0.03;109.32;579
Singkawang;0.91;108.97;175
Palangkaraya;-2.21;113.91;148
@Asia/Pyongyang KP
Pyongyang;39.02;125.75;2899
Nampo;38.77;125.45;791
Hamhung;39.91;127.55;596
Hungnam;39.82;127.62;549
Chongjin;41.78;129.79;500
Sunchon;39.42;125.94;401
Wonsan;39.16;127.43;322
Kaesong;37.96;126.56;305
Kanggye;40.97;126.6;255
Hyeson;41.39;128.19;227
Haeju;38.04;125.71;223
Manpo;41.15;126.3;187
Kimchaek;40.67;129.2;187
Sinuiju;40.09;124.42;167
Sariwon;38.51;125.76;155
@Asia/Qatar QA
Doha;25.29;51.53;1091
@Asia/Qyzylorda KZ
Oostanay;53.22;63.63;223
Qyzylorda;44.8;65.46;213
Rudny;52.95;63.13;104
@Asia/Rangoon MM
Rangoon;16.78;96.17;3695
Mandalay;21.97;96.09;1167
Naypyidaw;19.77;96.12;562
Mawlamyine;16.5;97.67;400
Bago;17.32;96.51;264
Myeik;12.45;98.61;220
Pathein;16.77;94.75;216
Monywa;22.1;95.15;204
Sittwe;20.14;92.88;178
Taunggyi;20.78;97.04;160
Hinthada;17.65;95.47;158
Myingyan;21.46;95.39;153
Dawei;14.1;98.19;141
Pakokku;21.33;95.09;125
Pyay;18.82;95.21;125
Mudon;16.26;97.72;121
Myitkyina;25.36;97.39;115
Magway;20.14;94.92;111
Letpadan;17.78;95.74;108
Taungoo;18.95;96.42;106
Yaynangyoung;20.46;94.88;105
@Asia/Riyadh SA
Riyadh;24.64;46.77;4335
Jeddah;21.52;39.22;2940
Ad Damman;26.43;50.1;1412
Makkah;21.43;39.82;1354
Medina;24.5;39.58;1010
Al Hillah;23.49;46.76;595
At Taif;21.26;40.38;594
Al Hufuf;25.35;49.59;519
Tabuk;28.38;36.55;502
Buraydah;26.37;43.96;395
Hail;27.52;41.7;385
Najran;17.51;44.13;314
Al Kharj;24.16;47.31;298
Al Mubarraz;25.43;49.57;295
Hafar al Batin;28.43;45.96;249
Al Jubayl;27;49.65;235
Yanbu al Bahr;24.09;38.05;234
Al-Qatif;26.52;50.01;234
Abha;18.23;42.5;208
Arar;30.99;41.02;185
Sakakah;30;40.13;128
Jizan;16.91;42.56;100
@Asia/Sakhalin RU
Yuzhno Sakhalinsk;46.96;142.74;175
@Asia/Samarkand UZ
Samarqand;39.67;66.94;652
Qarshi;38.87;65.8;305
Bukhara;39.78;64.43;284
Shahrisabz;39.06;66.83;278
Nukus;42.47;59.62;228
Navoi;40.11;65.35;172
Termiz;37.23;67.27;159
Kattaqorgon;39.9;66.26;153
Denow;38.28;67.89;143
Urgentch;41.56;60.64;126
Khiwa;41.39;60.36;103
@Asia/Seoul KR
Seoul;37.57;127;9796
Busan;35.1;129.01;3480
Incheon;37.48;126.64;2550
Daegu;35.87;128.61;2460
Daejeon;36.34;127.43;1458
Gwangju;35.17;126.91;1428
Changwon;35.22;128.58;1081
Suwon;37.26;127.01;1078
Ulsan;35.55;129.32;1012
Songnam;37.44;127.14;987
Goyang;37.65;126.84;903
Puch'on;37.5;126.78;866
Cheongju;36.64;127.5;719
Ansan;37.35;126.86;695
Jeonju;35.83;127.14;680
Pohang;36.02;129.37;435
Jeju;33.51;126.52;361
Yeosu;34.74;127.75;302
Mokpo;34.81;126.4;264
Iksan;35.94;126.95;262
Gunsan;35.98;126.72;244
Wonju;37.36;127.94;241
Chuncheon;37.87;127.73;218
Gangneung;37.76;128.9;174
Gyeongju;35.84;129.21;149
Andong;36.57;128.73;124
@Asia/Shanghai CN
Shanghai;31.22;121.44;14798
Beijing;39.93;116.39;9293
Guangzhou;23.14;113.33;5991
Wuhan;30.58;114.27;5714
Tianjin;39.13;117.2;5473
Dongguan;23.05;113.74;4528
Shenzhen;22.55;114.12;4292
Shenyeng;41.8;123.45;4150
Nanjing;32.05;118.78;3383
Taiyuan;37.88;112.55;2818
Dalian;38.92;121.63;2601
Hangzhou;30.25;120.17;2443
Zhangzhou;24.52;117.67;2435
Jinan;36.67;117;2434
Changsha;28.2;112.97;2339
Zhengzhou;34.75;113.67;2325
Qingdao;36.09;120.33;2254
Shijianzhuang;38.05;114.48;2205
Xiangtan;27.85;112.9;2183
Nanchang;28.68;115.88;2111
Suzhou;33.64;116.98;1964
Fuzhou;26.08;119.3;1893
Zibo;36.8;118.05;1865
Shuyang;34.13;118.77;1770
Tangshan;39.62;118.19;1738
Hefei;31.85;117.28;1712
Xuzhou;34.28;117.18;1645
Taian;36.2;117.12;1629
Wenzhou;28.02;120.65;1608
Luoyang;34.68;112.47;1553
Xiamen;24.45;118.08;1549
Suzhou;31.3;120.62;1497
Handan;36.58;114.48;1495
Shantou;23.37;116.67;1467
Datong;40.08;113.3;1463
Fushun;41.87;123.87;1435
Wuxi;31.58;120.3;1429
Anshan;41.12;122.94;1419
Yantai;37.53;121.4;1418
Xinyang;32.13;114.07;1412
Luan;31.75;116.48;1408
Jinxi;40.75;120.83;1370
Ningbo;29.88;121.55;1321
Huainan;32.63;116.98;1239
Ganzhou;25.92;114.95;1216
Linyi;35.08;118.33;1176
Zaozhuang;34.88;117.57;1164
Changzhou;31.78;119.97;1138
Nanyang;33;112.53;1098
Baoding;38.87;115.48;1051
Zhuhai;22.28;113.57;1023
Maanshan;31.73;118.48;1000
Changde;29.03;111.68;993
Yichun;27.83;114.4;982
Weifang;36.72;119.1;974
Shangqiu;34.45;115.65;967
Xinyi;34.38;118.35;963
Jianmen;30.65;113.16;938
Benxi;41.33;123.75;924
Shangrao;28.47;117.97;922
Huaiyin;33.58;119.03;910
Huaibei;33.95;116.75;908
Xiantao;30.37;113.44;898
Zhuzhou;27.83;113.15;895
Hengyang;26.88;112.59;888
Zhucheng;35.99;119.38;882
Qinhuangdao;39.93;119.62;881
Kaifeng;34.85;114.35;872
Xuanzhou;30.95;118.76;866
Yangquan;37.87;113.57;852
Pingdingshan;33.73;113.3;849
Yancheng;33.39;120.13;839
Anyang;36.08;114.35;834
Yueyang;29.38;113.1;826
Quanzhou;24.9;118.58;824
Xinxiang;35.32;113.87;823
Jining;35.4;116.55;818
Chifeng;42.27;118.95;812
Nantong;32.03;120.83;807
Lingyuan;41.24;119.4;806
Zhangjiakou;40.83;114.93;803
Heze;35.23;115.45;796
Foshan;23.03;113.12;785
Jinzhou;41.12;121.1;780
Yiyang;28.6;112.33;777
Fuyang;30.05;119.95;771
Xiangfan;32.02;112.13;766
Dandong;40.14;124.39;751
Zhenjiang;32.22;119.43;743
Liaoyang;41.28;123.18;741
Bengbu;32.95;117.33;735
Fuxin;42.01;121.66;730
Jiaxing;30.77;120.75;727
Lianyungang;34.6;119.17;716
Qingyuan;23.7;113.03;707
Changzhi;36.18;113.11;706
Yongzhou;26.23;111.62;700
Huzhou;30.87;120.1;695
Langfang;39.52;116.68;694
Yingkow;40.67;122.28;693
Huangshi;30.22;115.1;688
Jiaozuo;35.25;113.22;687
Yichang;30.7;111.28;676
Shaoguan;24.8;113.58;675
Pingxiang;27.62;113.85;667
Puyang;35.7;114.98;666
Wuhu;31.35;118.37;659
Shiyan;32.57;110.78;654
Jinhua;29.12;119.65;618
Xiangtai;37.05;114.5;612
Taizhou;32.49;119.9;612
Shaoxing;30;120.57;599
Tongliao;43.62;122.27;573
Rizhao;35.43;119.45;556
Jiujiang;29.73;115.98;546
Yangzhou;32.4;119.43;540
Yuci;37.68;112.73;538
Linfen;36.08;111.52;533
Jiangmen;22.58;113.08;532
Cangzhou;38.32;116.87;528
Jincheng;35.5;112.83;520
Shashi;30.32;112.23;509
Xinyu;27.8;114.93;505
Jian;27.13;115;490
Jiaojing;28.68;121.45;471
Anqing;30.5;117.05;470
Hengshui;37.72;115.7;456
Xuchang;34.02;113.82;449
Chaoyang;41.55;120.42;440
Tongling;30.95;117.78;438
Chaozhou;23.68;116.63;425
Zhaoqing;23.05;112.45;421
Luohe;33.57;114.03;417
Zhuozhou;39.54;115.79;415
Shuozhou;39.3;112.42;408
Jingmen;31.03;112.1;400
Xuanhua;40.59;115.02;392
Jingdezhen;29.27;117.18;384
Dezhou;37.45;116.3;380
Chengde;40.96;117.93;378
Putian;25.43;119.02;377
Zhoukou;33.63;114.63;377
Changping;40.22;116.19;372
Longyan;25.18;117.03;368
Weihai;37.5;122.1;356
Tieling;42.3;123.82;337
Wafangdian;39.63;122;303
Huizhou;23.08;114.4;289
Meizhou;24.3;116.12;280
Hangu;39.23;117.78;271
Heyuan;23.73;114.68;269
Chenzhou;25.8;113.03;251
Hebi;35.95;114.22;245
Linchuan;27.97;116.36;241
Liaocheng;36.43;115.97;227
Quzhou;28.97;118.87;226
Hailar;49.2;119.7;221
Xinzhou;38.41;112.72;217
Laiyang;36.97;120.71;210
Ulanhot;46.08;122.08;204
Linhai;28.85;121.12;202
Zicheng;30.3;111.5;198
Beipiao;41.81;120.76;192
Nanping;26.63;118.17;192
Ninde;26.68;119.53;190
Jinshi;29.63;111.85;178
Shishou;29.7;112.4;177
Huangyan;28.65;121.25;175
Zhuanghe;39.68;122.96;171
Fuyang;32.9;115.82;170
Puqi;29.72;113.88;169
Xiaogan;30.92;113.9;160
Dingzhou;38.5;115;153
Lianxian;24.78;112.38;148
Guangshui;31.62;114;146
Jieshou;33.25;115.35;142
Lishui;28.45;119.9;136
Zalantun;48;122.72;135
Yunxian;32.81;110.81;134
Macheng;31.18;115.03;126
Laiwu;36.2;117.66;124
Buizhou;37.37;118.02;116
Xilinhot;43.94;116.04;116
Zhijiang;27.44;109.68;114
Linqing;36.85;115.68;110
Yakeshi;49.28;120.73;107
Sanming;26.23;117.58;105
Huanghua;38.37;117.33;104
Houma;35.62;111.21;102
@Asia/Singapore SG
Singapore;1.29;103.86;4237
@Asia/Taipei TW
Taipei;25.04;121.57;4760
New Taipei;25.01;121.47;2822
Kaohsiung;22.63;120.27;2144
Taichung;24.15;120.68;1835
Tainan;23;120.2;1319
Zhongli;24.97;121.22;1001
Hsinchu;24.82;120.98;583
Changhua;24.07;120.51;493
Taoyuan;24.99;121.31;451
Keelung;25.13;121.73;444
Chiayi;23.48;120.44;387
Pingtung;22.68;120.48;360
Hualien;23.98;121.6;230
Pingzhen;24.94;121.22;202
Zhubei;24.83;121.01;174
Bade;24.96;121.3;172
Yangmei;24.92;121.15;163
Taitung;22.76;121.14;142
Nantou;23.92;120.68;134
Yilan;24.75;121.75;123
Miaoli;24.57;120.82;120
Douliou;23.71;120.54;106
@Asia/Tashkent UZ
Tashkent;41.31;69.29;2081
Namangan;41;71.67;600
Andijon;40.79;72.34;487
Fargona;40.39;71.78;482
Qoqon;40.54;70.94;271
Jizzax;40.1;67.83;194
Angren;41.03;70.15;165
Chirchiq;41.45;69.56;155
Olmaliq;40.85;69.6;120
Iskandar;41.55;69.68;112
@Asia/Tbilisi GE
Tbilisi;41.73;44.79;1053
Kutaisi;42.25;42.73;181
Rustavi;41.57;45.05;157
Batumi;41.6;41.63;139
@Asia/Tehran IR
Tehran;35.67;51.42;7513
Mashhad;36.27;59.57;2318
Isfahan;32.7;51.7;1573
Karaj;35.8;50.97;1423
Tabriz;38.09;46.3;1305
Shiraz;29.63;52.57;1240
Qom;34.65;50.95;933
Ahvaz;31.28;48.72;919
Kermanshah;34.38;47.06;828
Zahedan;29.5;60.83;575
Kerman;30.3;57.08;557
Rasht;37.3;49.63;545
Arak;34.08;49.7;463
Yazd;31.92;54.37;452
Khomeini Shahr;32.7;51.47;437
Bandar-e-Abbas;27.2;56.27;415
Ardabil;38.25;48.3;413
Qazvin;36.27;50;399
Zanjan;36.67;48.5;355
Khorramabad;33.48;48.35;353
Sanandaj;35.3;47.02;332
Dezful;32.38;48.47;315
Abadan;30.33;48.28;315
Hamadan;34.8;48.52;264
Gorgan;36.83;54.48;263
Sari;36.55;53.1;263
Birjand;32.88;59.22;261
Borujerd;33.92;48.8;252
Kashan;33.98;51.58;249
Neyshabur;36.22;58.82;221
Sabzewar;36.22;57.63;216
Amol;36.47;52.36;211
Bojnurd;37.47;57.32;200
Khvoy;38.53;44.97;189
Zabol;31.02;61.48;178
Malayer;34.32;48.85;177
Varamin;35.32;51.65;172
Sirjan;29.47;55.73;171
Bandar-e Bushehr;28.92;50.83;167
Mahabad;36.77;45.72;153
Maragheh;37.42;46.22;151
Ilam;33.63;46.43;147
Gonbad-e Kavus;37.25;55.17;146
Saveh;35.02;50.33;145
Masjed Soleyman;31.98;49.3;133
Shar e Kord;32.32;50.85;129
Quchan;37.11;58.5;129
Kashmar;35.18;58.45;127
Shahrud;36.42;54.96;125
Marv Dasht;29.8;52.82;124
Qomsheh;32.01;51.86;118
Semnan;35.55;53.37;118
Fasa;28.97;53.67;111
@Asia/Tokyo JP
Tokyo;35.69;139.75;22006
Osaka;34.75;135.46;6943
Yokohama;35.32;139.58;3698
Nagoya;35.15;136.91;2711
Sapporo;43.07;141.34;2203
Fukuoka;33.6;130.41;2092
Sendai;38.29;141.02;1644
Kyoto;35.03;135.75;1632
Hiroshima;34.39;132.44;1594
Kobe;34.68;135.17;1528
Kawasaki;35.53;139.71;1372
Kitakyushu;33.87;130.82;990
Hamamatsu;34.72;137.73;887
Okayama;34.67;133.92;753
Kumamoto;32.8;130.7;699
Shizuoka;34.99;138.39;686
Naha;26.21;127.67;612
Hachioji;35.66;139.33;579
Utsunomiya;36.55;139.87;559
Niigata;37.92;139.04;538
Kagoshima;31.59;130.56;536
Matsuyama;33.85;132.77;525
Kanazawa;36.56;136.64;505
Nagano;36.65;138.17;477
Otsu;35.01;135.87;438
Nagasaki;32.76;129.89;423
Oita;33.24;131.6;412
Gifu;35.42;136.76;405
Wakayama;34.22;135.17;396
Tsu;34.72;136.52;392
Tokushima;34.07;134.55;356
Asahikawa;43.76;142.38;341
Kawagoe;35.92;139.49;338
Takamatsu;34.34;134.04;330
Toyama;36.7;137.23;329
Iwaki;37.06;140.89;325
Kochi;33.56;133.54;323
Miyazaki;31.92;131.42;318
Maebashi;36.39;139.07;314
Koriyama;37.41;140.38;303
Akita;39.71;140.09;301
Mito;36.37;140.48;300
Morioka;39.72;141.13;295
Hakodate;41.79;140.74;289
Aomori;40.83;140.71;282
Fukushima;37.74;140.47;279
Yamagata;38.27;140.32;263
Fukui;36.07;136.22;241
Shimonoseki;33.97;130.95;236
Hachinohe;40.51;141.54;226
Sasebo;33.16;129.72;224
Matsumoto;36.24;137.97;218
Kure;34.25;132.57;197
Kofu;35.65;138.58;194
Kushiro;42.97;144.37;191
Nagaoka;37.45;138.86;188
Hirosaki;40.57;140.47;172
Obihiro;42.93;143.17;170
Tomakomai;42.65;141.55;161
Matsue;35.47;133.07;151
Tottori;35.5;134.23;143
Otaru;43.19;140.98;139
Muroran;42.35;140.98;126
Takaoka;36.67;137;124
Kitami;43.85;143.9;104
@Asia/Tomsk RU
Tomsk;56.49;84.98;472
@Asia/Ulaanbaatar MN
Ulaanbaatar;47.92;106.92;827
@Asia/Urumqi CN
Urumqi;43.81;87.58;1830
Maoming;21.92;110.87;1218
Zhanjiang;21.2;110.38;1114
Shihezi;44.3;86.03;573
Yumen;39.83;97.73;233
Hami;42.83;93.52;219
Korla;41.73;86.15;193
Turpan;42.94;89.17;179
Lhasa;29.65;91.1;169
Altay;47.87;88.12;141
Dunhuang;40.14;94.66;139
Karamay;45.59;84.86;109
Golmud;36.42;94.88;107
@Asia/Vientiane LA
Vientiane;17.97;102.6;662
@Asia/Vladivostok RU
Vladivostok;43.13;131.91;587
Khabarovsk;48.45;135.12;563
Komsomolsk na Amure;50.55;137.02;264
Nakhodka;42.84;132.89;153
Ussuriysk;43.8;132.02;141
@Asia/Yakutsk RU
Yakutsk;62.03;129.74;221
Blagoveshchensk;50.27;127.53;207
@Asia/Yekaterinburg RU
Yekaterinburg;56.85;60.6;1270
Chelyabinsk;55.15;61.44;1019
Ufa;54.79;56.04;969
Orenburg;51.78;55.11;531
Tyumen;57.14;65.53;461
Nizhny Tagil;57.92;59.97;374
Surgut;61.26;73.43;353
Kurgan;55.46;65.34;329
Magnitogorsk;53.42;58.98;309
Sterlitamak;53.63;55.96;220
Kamensk Uralskiy;56.42;61.94;177
Zlatoust;55.17;59.65;176
Nakhodka;67.75;77.52;160
Orsk;51.21;58.63;159
Berezniki;59.42;56.76;153
Miass;55;60.09;149
Nizhenvartovsk;60.93;76.58;136
Pervouralsk;56.91;59.96;127
Neftekamsk;56.08;54.26;122
Nefteyugansk;61.08;72.7;113
Salavat;53.37;55.93;112
Noyabrsk;63.17;75.62;111
@Asia/Yerevan AM
Yerevan;40.18;44.51;1098
Gyumri;40.79;43.85;140
@Atlantic/Azores PT
Ponta Delgada;37.75;-25.67;41
@Atlantic/Canary ES
Las Palmas;28.1;-15.43;365
Santa Cruz de Tenerife;28.47;-16.25;279
Arrecife;28.97;-13.54;47
@Atlantic/Cape_Verde CV
Praia;14.92;-23.52;101
@Atlantic/Madeira PT
Funchal;32.65;-16.88;153
@Atlantic/Reykjavik IS
Reykjavík;64.15;-21.95;140
@Australia/Adelaide AU
Adelaide;-34.93;138.6;991
@Australia/Brisbane AU
Brisbane;-27.46;153.04;1393
Gold Coast;-28.08;153.45;430
Cairns;-16.89;145.76;132
Townsville;-19.25;146.77;129
@Australia/Melbourne AU
Melbourne;-37.82;144.98;4936
Cranbourne;-38.1;145.28;250
Geelong;-38.17;144.4;149
@Australia/Perth AU
Perth;-31.96;115.84;1206
@Australia/Sydney AU
Sydney;-33.92;151.19;5230
Newcastle;-32.85;151.82;816
Canberra;-35.28;149.13;281
Wollongong;-34.42;150.89;201
@Europe/Amsterdam NL
The Hague;52.08;4.27;954
Amsterdam;52.35;4.92;886
Rotterdam;51.92;4.48;802
Utrecht;52.1;5.12;478
Eindhoven;51.43;5.5;304
Haarlem;52.38;4.63;249
Groningen;53.22;6.58;199
Arnhem;51.99;5.92;142
's-Hertogenbosch;51.68;5.32;135
Leiden;52.16;4.49;125
Maastricht;50.85;5.68;122
Zwolle;52.52;6.1;112
Leeuwarden;53.25;5.78;109
Delft;52.01;4.36;100
Assen;53;6.55;62
Middelburg;51.5;3.61;46
@Europe/Astrakhan RU
Astrakhan;46.35;48.05;493
@Europe/Athens GR
Athens;37.98;23.73;1986
Thessaloniki;40.7;22.89;591
Piraiévs;37.95;23.7;321
Patra;38.23;21.73;160
Iraklio;35.33;25.13;134
Larissa;39.63;22.42;120
@Europe/Belgrade RS
Belgrade;44.82;20.47;1099
Nis;43.33;21.9;230
Novi Sad;45.25;19.85;220
Kragujevac;44.02;20.92;159
Pec;43.89;20.33;137
@Europe/Belgrade XK
Pristina;42.67;21.17;332
Prizren;42.23;20.75;158
@Europe/Berlin AT
Passau;48.57;13.47;50
@Europe/Berlin DE
Berlin;52.52;13.4;3250
Frankfurt;50.1;8.68;1787
Stuttgart;48.78;9.2;1776
Hamburg;53.55;10;1748
Mannheim;49.5;8.47;1338
Munich;48.13;11.57;1268
Essen;51.45;7.02;1158
Cologne;50.93;6.95;984
Düsseldorf;51.22;6.78;906
Duisburg;51.43;6.75;882
Bremen;53.08;8.8;636
Hannover;52.37;9.72;619
Nürnberg;49.45;11.08;618
Dortmund;51.53;7.45;588
Wuppertal;51.25;7.17;563
Dresden;51.05;13.75;552
Leipzig;51.34;12.41;524
Bonn;50.72;7.08;497
Saarbrucken;49.25;6.97;473
Wiesbaden;50.08;8.25;445
Karlsruhe;49;8.4;331
Bielefeld;52.03;8.53;312
Augsburg;48.35;10.9;309
Heidelberg;49.42;8.7;285
Chemnitz;50.83;12.92;275
Münster;51.97;7.62;254
Kiel;54.33;10.13;251
Aachen;50.78;6.08;249
Kassel;51.3;9.5;242
Braunschweig;52.25;10.5;240
Freiburg;48;7.87;235
Magdeburg;52.13;11.62;227
Lubeck;53.87;10.67;224
Koblenz;50.35;7.6;210
Rostock;54.07;12.15;201
Osnabrück;52.28;8.05;199
Erfurt;50.97;11.03;189
Mainz;49.98;8.27;185
Potsdam;52.4;13.07;182
Furth;49.47;11;175
Oldenburg;53.13;8.22;163
Wurzburg;49.8;9.95;151
Ulm;48.4;10;147
Regensburg;49.02;12.12;147
Ingolstadt;48.77;11.45;142
Gottingen;51.52;9.92;131
Bremerhaven;53.55;8.58;128
Gera;50.87;12.07;104
Jena;50.93;11.58;100
Schwerin;53.63;11.42;97
Cottbus;51.77;14.33;95
Flensburg;54.78;9.43;92
Giessen;50.58;8.65;78
Rosenheim;47.85;12.13;76
Stralsund;54.3;13.1;60
Hof;50.32;11.92;53
Coburg;50.27;10.97;51
Emden;53.37;7.22;50
@Europe/Bratislava SK
Bratislava;48.15;17.12;399
Kosice;48.73;21.25;210
@Europe/Brussels BE
Brussels;50.83;4.33;1381
Antwerpen;51.22;4.42;690
Liege;50.63;5.58;473
Gent;51.03;3.7;338
Charleroi;50.42;4.45;273
Bruges;51.21;3.22;132
Leuven;50.88;4.7;100
Namur;50.47;4.87;97
Mons;50.45;3.94;91
Mechelen;51.03;4.48;86
Hasselt;50.96;5.48;69
@Europe/Bucharest RO
Bucharest;44.43;26.1;1842
Iasi;47.17;27.57;326
Timisoara;45.76;21.22;310
Galati;45.46;28.05;303
Craiova;44.33;23.83;301
Cluj-Napoca;46.79;23.6;299
Brasov;45.65;25.61;294
Constanta;44.2;28.61;285
Ploiesti;44.95;26.04;231
Braila;45.29;27.97;214
Oradea;47.05;21.92;210
Bacau;46.58;26.92;186
Pitesti;44.86;24.88;169
Arad;46.17;21.32;159
Sibiu;45.8;24.14;154
Tirgu Mures;46.56;24.56;148
Baia Mare;47.66;23.58;135
Buzau;45.16;26.81;131
Botosani;47.75;26.66;113
Satu Mare;47.79;22.89;112
Rimnicu Vilcea;45.11;24.38;108
Drobeta-Turnu Severin;44.65;22.67;104
Piatra-Neamt;46.94;26.38;103
@Europe/Budapest HU
Budapest;47.5;19.08;1679
Debrecen;47.53;21.63;218
Miskolc;48.1;20.78;210
Szeged;46.25;20.15;176
Pecs;46.08;18.22;171
Nyiregyhaza;47.97;21.72;147
Gyor;47.7;17.63;132
Szekesfehervar;47.19;18.41;123
Kecskemet;46.9;19.7;112
@Europe/Chisinau MD
Chisinau;47.01;28.86;662
Tiraspol;46.85;29.64;137
Balti;47.76;27.91;135
@Europe/Copenhagen DK
Copenhagen;55.68;12.57;1085
Århus;56.16;10.21;232
Odense;55.4;10.38;152
Aalborg;57.03;9.92;112
Esbjerg;55.47;8.45;68
Vejle;55.71;9.53;51
Roskilde;55.65;12.08;42
@Europe/Dublin IE
Dublin;53.33;-6.25;1014
Cork;51.9;-8.5;163
Limerick;52.66;-8.62;84
Galway;53.27;-9.05;73
Waterford;52.26;-7.11;49
@Europe/Gibraltar GI
Gibraltar;36.13;-5.38;107
@Europe/Helsinki FI
Helsinki;60.18;24.93;837
Espoo;60.21;24.66;300
Tampere;61.5;23.75;231
Turku;60.45;22.25;175
Oulu;65;25.47;133
Lahti;60.99;25.66;98
Jyväskylä;62.26;25.75;92
Kuopio;62.89;27.69;91
Pori;61.48;21.77;72
Lappeenranta;61.07;28.18;55
Joensuu;62.6;29.77;53
Vaasa;63.1;21.6;49
Hameenlinna;61;24.47;47
Mikkeli;61.69;27.29;47
Kokkola;63.83;23.12;47
@Europe/Istanbul TR
Istanbul;41.1;29.01;10003
Ankara;39.93;32.86;3512
Izmir;38.44;27.15;2455
Bursa;40.2;29.07;1426
Adana;36.99;35.32;1245
Gaziantep;37.07;37.38;943
Konya;37.88;32.48;719
Antalya;36.89;30.7;703
Diyarbakir;37.92;40.23;641
Icel;36.8;34.62;577
Samsun;41.28;36.34;574
Tarsus;36.92;34.88;566
Kayseri;38.73;35.49;562
Trabzon;40.98;39.72;498
Eskisehir;39.79;30.53;491
Malatya;38.37;38.3;452
Sanliurfa;37.17;38.79;431
Erzurum;39.92;41.29;392
Izmit;40.78;29.93;384
Kahramanmaras;37.61;36.95;375
Denizli;37.77;29.08;343
Van;38.5;43.4;326
Hatay;36.23;36.12;306
Sakarya;40.77;30.4;287
Batman;37.89;41.14;276
Elazig;38.68;39.23;271
Adapazari;40.8;30.42;260
Balikesir;39.65;27.89;250
Sivas;39.75;37.03;246
Manisa;38.63;27.44;238
Iskenderun;36.58;36.17;229
Kirikkale;39.85;33.53;209
Adiyaman;37.77;38.28;195
Rize;41.02;40.52;188
Aydin;37.85;27.85;181
Corum;40.52;34.95;169
Kutahya;39.42;29.93;168
Isparta;37.77;30.53;161
Antioch;36.23;36.12;155
Afyon;38.75;30.55;152
Usak;38.68;29.42;147
Ordu;41;37.87;136
Tokat;40.31;36.56;130
Zonguldak;41.43;31.78;129
Erzincan;39.75;39.49;122
Nusaybin;37.07;41.22;121
Siirt;37.94;41.93;114
Edirne;41.67;26.57;114
Karabuk;41.2;32.6;113
Tekirdag;40.99;27.51;108
Karaman;37.18;33.22;104
@Europe/Kaliningrad RU
Kaliningrad;54.7;20.5;403
@Europe/Kirov RU
Kirov;58.59;49.67;457
@Europe/Kyiv UA
Kyiv;50.43;30.52;2186
Kharkiv;50;36.25;1338
Dnipropetrovsk;48.48;35;949
Donetsk;48;37.83;874
Odessa;46.49;30.71;848
Lvov;49.83;24.03;761
Kryvyy Rih;47.93;33.34;572
Mariupol;47.1;37.56;416
Luhansk;48.57;39.33;409
Mykolayiv;46.97;31.98;353
Vinnytsya;49.23;28.48;350
Horlivka;48.3;38.05;338
Khmelnytskyy;49.42;27;322
Makiyivka;48.03;37.97;319
Poltava;49.57;34.57;302
Chernihiv;51.5;31.3;294
Sumy;50.92;34.78;290
Cherkasy;49.43;32.07;286
Kherson;46.63;32.6;279
Zhytomyr;50.25;28.66;279
Chernivtsi;48.31;25.92;267
Rivne;50.62;26.25;253
Kirovohrad;48.5;32.26;244
Ternopil;49.54;25.58;240
Ivano-Frankivsk;48.93;24.71;223
Lutsk;50.75;25.33;212
Kremenchuk;49.08;33.43;209
Bila Tserkva;49.77;30.13;192
Kramatorsk;48.72;37.53;179
Nikopol;47.57;34.41;119
Lysychansk;48.92;38.43;118
Kamyanets-Podilskyy;48.68;26.58;107
Drohobych;49.34;23.5;102
@Europe/Lisbon PT
Lisbon;38.72;-9.14;1665
Porto;41.15;-8.62;793
Braga;41.55;-8.42;504
Setubal;38.53;-8.9;118
Coimbra;40.2;-8.42;98
Evora;38.56;-7.91;56
Aveiro;40.64;-8.65;54
Portimao;37.13;-8.53;50
Leiria;39.74;-8.8;45
@Europe/Ljubljana SI
Ljubljana;46.06;14.51;285
Maribor;46.54;15.65;102
@Europe/London GB
London;51.5;-0.12;7994
Birmingham;52.47;-1.92;1635
Manchester;53.5;-2.25;1313
Leeds;53.83;-1.58;992
Sheffield;53.37;-1.5;923
Glasgow;55.87;-4.25;885
Liverpool;53.42;-2.92;640
Cardiff;51.5;-3.23;604
Nottingham;52.97;-1.17;566
Newcastle;55;-1.6;537
Bristol;51.45;-2.58;492
Edinburgh;55.95;-3.22;470
Leicester;52.63;-1.13;399
Bradford;53.8;-1.75;398
Southend-on-Sea;51.55;0.72;396
Southampton;50.9;-1.4;384
Belfast;54.6;-5.96;363
Coventry;52.42;-1.5;348
Stoke;53;-2.18;326
Portsmouth;50.8;-1.08;324
Brighton;50.83;-0.17;321
Sunderland;54.92;-1.38;315
Kingston upon Hull;53.75;-0.33;297
Bournemouth;50.73;-1.9;295
Middlesbrough;54.58;-1.23;279
Reading;51.47;-0.98;258
Plymouth;50.39;-4.16;239
Swansea;51.63;-3.95;233
Luton;51.88;-0.42;215
Blackpool;53.83;-3.05;208
Aberdeen;57.17;-2.08;187
Norwich;52.63;1.3;184
Oxford;51.77;-1.25;174
York;53.97;-1.08;152
Dundee;56.47;-3;151
Peterborough;52.58;-0.25;140
Ipswich;52.07;1.17;139
Cambridge;52.2;0.12;128
Exeter;50.7;-3.53;108
Bath;51.38;-2.35;93
Chester;53.2;-2.92;83
Londonderry;55;-7.33;83
Scarborough;54.28;-0.43;71
Carlisle;54.88;-2.93;69
Greenock;55.93;-4.75;59
Ayr;55.45;-4.62;57
Inverness;57.47;-4.23;43
@Europe/Luxembourg LU
Luxembourg;49.61;6.13;92
@Europe/Madrid ES
Barcelona;41.38;2.18;3251
Madrid;40.4;-3.68;2809
Seville;37.41;-5.98;958
Valencia;39.49;-0.4;807
Bilbao;43.25;-2.93;614
Zaragoza;41.65;-0.89;549
Malaga;36.72;-4.42;539
Murcia;37.98;-1.13;368
Vigo;42.22;-8.73;336
Palma;39.57;2.65;320
Granada;37.16;-3.59;313
La Coruña;43.33;-8.42;307
Gijon;43.53;-5.67;304
Cordoba;37.88;-4.77;301
Valladolid;41.65;-4.75;299
Alicante;38.35;-0.48;296
San Sebastián;43.32;-1.98;270
Pamplona;42.82;-1.65;234
Oviedo;43.35;-5.83;224
Vitoria;42.85;-2.67;199
Santander;43.38;-3.8;196
Castello;39.97;-0.05;176
Cartagena;37.6;-0.98;166
Salamanca;40.97;-5.67;160
Cadiz;36.53;-6.23;154
Marbella;36.52;-4.88;153
Almeria;36.83;-2.43;152
Mataro;41.54;2.45;150
Burgos;42.35;-3.68;150
Leon;42.58;-5.57;135
Albacete;39;-1.87;128
Logrono;42.47;-2.43;124
Huelva;37.25;-6.93;120
Badajoz;38.88;-6.97;116
Ourense;42.33;-7.87;113
Tarragona;41.12;1.25;108
Algeciras;36.13;-5.47;107
Jaén;37.77;-3.8;93
Santiago de Compostela;42.88;-8.54;88
Lorca;37.69;-1.7;57
Toledo;39.87;-4.02;54
Merida;38.91;-6.34;52
Guadalajara;40.63;-3.17;52
Linares;38.08;-3.63;50
@Europe/Malta MT
Valletta;35.9;14.51;188
@Europe/Minsk BY
Minsk;53.9;27.57;1691
Homyel;52.43;31;472
Mahilyow;53.9;30.32;344
Vitsyebsk;55.19;30.19;333
Hrodna;53.68;23.83;286
Brest;52.1;23.7;267
Babruysk;53.13;29.19;213
Baranavichy;53.14;26.01;157
Orsha;54.52;30.42;130
Barysaw;54.23;28.49;128
Pinsk;52.13;26.09;121
Mazyr;52.05;29.27;101
@Europe/Monaco MC
Monaco;43.73;7.42;38
@Europe/Moscow RU
Moscow;55.75;37.62;10452
St. Petersburg;59.94;30.32;4023
Nizhny Novgorod;56.33;44;1246
Rostov;47.23;39.71;1033
Kazan;55.75;49.13;1014
Krasnodar;45.02;39;601
Yaroslavl;57.62;39.87;571
Voronezh;51.73;39.27;570
Makhachkala;42.98;47.5;526
Lipetsk;52.62;39.64;502
Ryazan;54.62;39.72;502
Tula;54.2;37.63;479
Naberezhnyye Chelny;55.7;52.32;461
Cheboksary;56.13;47.25;444
Bryansk;53.26;34.43;427
Ivanovo;57.01;41.01;418
Kursk;51.74;36.19;399
Tver;56.86;35.89;382
Stavropol;45.05;41.98;351
Vladikavkaz;43.05;44.67;341
Orel;52.97;36.07;329
Belgorod;50.63;36.6;328
Sochi;43.59;39.73;327
Kaluga;54.52;36.27;314
Vladimir;56.13;40.41;314
Smolensk;54.78;32.05;312
Saransk;54.17;45.18;303
Yoshkar Ola;56.64;47.87;302
Tambov;52.73;41.43;296
Archangel;64.57;40.55;295
Naltchik;43.5;43.62;290
Murmansk;68.97;33.1;272
Cherepovets;59.14;37.91;266
Kostroma;57.77;40.94;257
Taganrog;47.23;38.92;255
Vologda;59.21;39.92;252
Podolsk;55.38;37.53;250
Petrozavodsk;61.85;34.28;248
Dzerzhinsk;56.25;43.46;235
Syktyvkar;61.66;50.82;231
Novorossiysk;44.73;37.77;230
Groznyy;43.32;45.7;221
Velikiy Novgorod;58.5;31.33;219
Nizhnekamsk;55.64;51.82;210
Shakhty;47.72;40.27;206
Rybinsk;58.05;38.82;204
Starsy Oskol;51.3;37.84;200
Armavir;45;41.13;192
Pskov;57.83;28.33;190
Severodvinsk;64.57;39.83;182
Kolpino;59.73;30.65;181
Noginsk;55.87;38.48;173
Novocherkassk;47.42;40.08;159
Kovrov;56.36;41.33;153
Maykop;44.61;40.12;143
Nevinnomyssk;44.62;41.95;134
Kislovodsk;43.91;42.72;132
Serpukhov;54.93;37.43;132
Orekhovo-Zuevo;55.82;38.98;130
Kolomna;55.08;38.78;130
Murom;55.57;42.04;129
Arzamas;55.4;43.8;126
Volgodonsk;47.51;42.16;122
Almetyevsk;54.9;52.32;118
Yelets;52.58;38.5;116
Sergiyev Posad;56.33;38.17;107
Bataysk;47.14;39.74;107
Cherkessk;44.29;42.06;101
@Europe/Oslo NO
Oslo;59.92;10.75;708
Bergen;60.39;5.32;200
Trondheim;63.42;10.42;144
Stavanger;58.97;5.68;137
Bærum;59.91;11.35;114
Drammen;59.76;10.19;85
Skien;59.2;9.6;73
Kristiansand;58.17;8;58
Tromsø;69.64;18.99;49
Sandnes;58.85;5.69;47
Ålesund;62.55;6.39;45
@Europe/Paris FR
Paris;48.87;2.33;4958
Marseille;43.29;5.38;1097
Lyon;45.77;4.83;948
Toulouse;43.62;1.45;640
Lille;50.65;3.08;636
Nice;43.72;7.27;633
Bordeaux;44.85;-0.6;517
Nantes;47.21;-1.59;358
Strasbourg;48.58;7.75;357
Rouen;49.43;1.08;321
Montpellier;43.61;3.87;288
Grenoble;45.18;5.72;274
Metz;49.12;6.18;267
Toulon;43.13;5.92;263
Saint-Etienne;45.43;4.38;221
Le Havre;49.5;0.1;214
Rennes;48.1;-1.67;204
Tours;47.38;0.7;189
Nancy;48.68;6.2;187
Clermont-Ferrand;45.78;3.08;186
Angers;47.48;-0.53;178
Reims;49.25;4.03;178
Orleans;47.9;1.9;171
Mulhouse;47.75;7.35;163
Dijon;47.33;5.03;160
Nimes;43.83;4.35;159
Caen;49.18;-0.35;150
Villeurbanne;45.77;4.88;150
Limoges;45.83;1.25;147
Aix-en-Provence;43.52;5.45;145
Melun;48.53;2.67;144
Brest;48.39;-4.5;143
Le Mans;48;0.1;143
Perpignan;42.7;2.9;129
Besancon;47.23;6.03;124
Boulogne-Billancourt;48.84;2.24;121
Amiens;49.9;2.3;119
Saint-Denis;48.94;2.36;112
Biarritz;43.47;-1.56;89
Poitier;46.58;0.33;85
Versailles;48.8;2.13;85
Calais;50.95;1.83;83
Beziers;43.35;3.21;78
Annecy;45.9;6.12;77
La Rochelle;46.17;-1.15;77
Cannes;43.55;7.01;74
Lorient;47.75;-3.37;72
Bourges;47.08;2.4;70
Issy-les-Moulineaux;48.82;2.27;68
Levallois-Perret;48.89;2.29;66
Cherbourg;49.65;-1.65;61
Troyes;48.34;4.08;61
Neuilly-sur-Seine;48.88;2.27;60
Roanne;46.03;4.07;57
Arras;50.28;2.78;56
Brive;45.15;1.53;54
St.-Brieuc;48.52;-2.78;53
Tarbes;43.23;0.08;53
Ajaccio;41.93;8.73;47
Agen;44.2;0.63;46
Nevers;46.98;3.17;45
Bastia;42.7;9.45;41
La Défense;48.89;2.24;25
@Europe/Podgorica ME
Podgorica;42.47;19.27;141
@Europe/Prague CZ
Prague;50.08;14.47;582
Ostrava;49.83;18.25;396
Brno;49.2;16.61;379
Pizen;49.74;13.36;161
Zlin;49.23;17.65;102
Liberec;50.8;15.08;100
Olomouc;49.63;17.25;98
Pardubice;50.04;15.76;98
Ceske Budejovice;48.98;14.46;97
Hradec Kralove;50.21;15.81;95
Usti Nad Labem;50.66;14.08;94
Jihlava;49.4;15.58;52
@Europe/Riga LV
Riga;56.95;24.1;724
Daugavpils;55.88;26.51;110
@Europe/Rome IT
Milan;45.47;9.21;2126
Rome;41.9;12.48;1687
Naples;40.84;14.25;1619
Turin;45.07;7.67;1259
Florence;43.78;11.25;936
Palermo;38.13;13.35;768
Genoa;44.41;8.93;625
Salerno;40.68;14.77;547
Catania;37.5;15.08;483
Bologna;44.5;11.34;430
Bari;41.11;16.87;409
Verona;45.44;10.99;300
Venice;45.44;12.33;271
Cagliari;39.22;9.1;228
Messina;38.2;15.55;224
Pescara;42.46;14.22;216
Trieste;45.65;13.8;214
Padua;45.41;11.88;210
Reggio di Calabria;38.11;15.64;179
Modena;44.65;10.92;175
Como;45.81;9.08;167
Caserta;41.06;14.34;165
Parma;44.81;10.32;165
Bergamo;45.7;9.67;161
Taranto;40.51;17.23;149
Pisa;43.72;10.4;147
Foggia;41.46;15.56;147
Livorno;43.55;10.3;145
Perugia;43.11;12.39;142
Treviso;45.67;12.24;129
Ravenna;44.42;12.22;124
Lecce;40.36;18.15;123
Siracusa;37.07;15.29;123
Ferrara;44.85;11.61;122
Udine;46.07;13.24;107
Trento;46.08;11.12;106
Sassari;40.73;8.57;103
Barletta;41.32;16.27;100
Brindisi;40.64;17.93;97
Ancona;43.6;13.5;96
Bolzano;46.5;11.36;95
Catanzaro;38.9;16.6;91
Novara;45.45;8.62;89
Arezzo;43.46;11.87;83
Potenza;40.64;15.8;69
Ragusa;36.93;14.73;67
Asti;44.93;8.21;63
L'Aquila;42.35;13.39;62
Marsala;37.81;12.44;60
Crotone;39.08;17.12;59
Benevento;41.13;14.75;59
Civitavecchia;42.1;11.8;56
Campobasso;41.56;14.66;51
Siena;43.32;11.35;49
Olbia;40.91;9.52;44
@Europe/Samara RU
Samara;53.2;50.15;997
Tolyatti;53.48;49.53;649
Izhevsk;56.85;53.23;611
Syzran;53.17;48.48;172
Novokuybishevsk;53.12;49.92;132
@Europe/Sarajevo BA
Sarajevo;43.85;18.38;663
Banja Luka;44.78;17.18;221
Zenica;44.22;17.92;151
Tuzla;44.55;18.68;143
Mostar;43.35;17.82;134
@Europe/Saratov RU
Saratov;51.58;46.03;815
Engels;51.5;46.12;183
Balakovo;52.03;47.8;173
@Europe/Simferopol UA
Sevastapol;44.6;33.46;347
Simferopol;44.95;34.1;306
Kerch;45.37;36.49;134
@Europe/Skopje MK
Skopje;42;21.43;484
@Europe/Sofia BG
Sofia;42.68;23.32;1030
Plovdiv;42.15;24.75;319
Varna;43.22;27.9;246
Burgas;42.51;27.47;174
Ruse;43.85;25.97;170
Stara Zagora;42.42;25.62;128
Pleven;43.42;24.61;110
@Europe/Stockholm SE
Stockholm;59.35;18.1;1259
Göteborg;57.75;12;521
Malmö;55.58;13.03;265
Uppsala;59.86;17.64;130
Västerås;59.63;16.54;100
Örebro;59.28;15.22;96
Lund;55.7;13.19;95
Linköping;58.41;15.63;94
Helsingborg;56.05;12.7;91
Norrköping;58.6;16.18;86
Jönköping;57.77;14.17;86
Umeå;63.83;20.24;76
Gävle;60.67;17.17;68
Karlstad;59.37;13.5;67
Borås;57.73;12.92;64
Sundsvall;62.4;17.32;61
Halmstad;56.67;12.86;55
Växjö;56.88;14.82;53
Luleå;65.6;22.16;47
Trollhättan;58.27;12.3;45
Östersund;63.18;14.65;45
@Europe/Tallinn EE
Tallinn;59.43;24.73;367
@Europe/Tirane AL
Tirana;41.33;19.82;658
Elbasan;41.12;20.08;133
Durres;41.32;19.45;132
Shkoder;42.07;19.52;122
@Europe/Ulyanovsk RU
Ulyanovsk;54.33;48.41;572
Dimitrovgrad;54.25;49.56;121
@Europe/Uzhgorod UA
Uzhgorod;48.63;22.25;134
@Europe/Vienna AT
Vienna;48.2;16.37;2066
Linz;48.32;14.29;265
Graz;47.08;15.41;243
Salzburg;47.81;13.04;178
Innsbruck;47.28;11.41;134
Klagenfurt;46.62;14.31;89
Wiener Neustadt;47.82;16.25;61
@Europe/Vilnius LT
Vilnius;54.68;25.32;525
Kaunas;54.95;23.88;364
Klaipeda;55.72;21.12;191
Siauliai;55.94;23.33;132
Panevežys;55.74;24.37;122
@Europe/Volgograd RU
Volgograd;48.71;44.5;802
Volzhskiy;48.79;44.77;306
@Europe/Warsaw PL
Warsaw;52.25;21;1705
Katowice;50.26;19.02;1527
Lódz;51.77;19.45;758
Kraków;50.06;19.96;756
Wroclaw;51.11;17.03;622
Gdansk;54.36;18.64;598
Poznan;52.41;16.9;597
Bytom;50.35;18.91;426
Szczecin;53.42;14.53;390
Bydgoszcz;53.12;18.01;366
Lublin;51.25;22.57;358
Gliwice;50.33;18.67;353
Bialystok;53.15;23.17;289
Gdynia;54.52;18.53;284
Kielce;50.89;20.66;212
Rzeszow;50.07;22;202
Olsztyn;53.8;20.48;179
Opole;50.68;17.93;130
Elblag;54.19;19.4;124
Zielona Gora;51.95;15.5;114
Koszalin;54.2;16.18;107
Grudziadz;53.48;18.75;101
Inowroclaw;52.78;18.25;78
Elk;53.83;22.35;51
@Europe/Zagreb HR
Zagreb;45.8;16;711
Split;43.52;16.47;196
Rijeka;45.33;14.45;156
@Europe/Zaporozhye UA
Zaporizhzhya;47.86;35.18;601
Melitopol;46.84;35.38;136
@Europe/Zurich CH
Zürich;47.38;8.55;725
Geneva;46.21;6.14;716
Basel;47.58;7.59;500
Bern;46.92;7.47;198
Lausanne;46.53;6.65;191
Lucerne;47.05;8.31;164
Winterthur;47.5;8.72;115
Saint Gallen;47.42;9.36;71
Lugano;46;8.97;66
Biel;47.17;7.25;64
Zug;47.17;8.52;31
@Indian/Antananarivo MG
Antananarivo;-18.92;47.52;1544
Antsirabe;-19.85;47.03;308
Toamasina;-18.18;49.4;208
Fianarantsoa;-21.43;47.08;176
Mahajanga;-15.67;46.35;145
Toliara;-23.36;43.69;106
@Indian/Maldives MV
Male;4.17;73.5;108
@Indian/Mauritius MU
Port Louis;-20.17;57.5;372
Curepipe;-20.32;57.52;192
@Indian/Reunion RE
St.-Denis;-20.88;55.45;164
@Pacific/Auckland NZ
Auckland;-36.85;174.76;760
Manukau;-37;174.88;336
Wellington;-41.3;174.78;296
Christchurch;-43.54;172.63;295
Takapuna;-36.79;174.78;185
Hamilton;-37.77;175.3;112
@Pacific/Fiji FJ
Suva;-18.13;178.44;132
@Pacific/Honolulu US
Honolulu;21.31;-157.86;579
@Pacific/Port_Moresby PG
Port Moresby;-9.46;147.19;267
Lae;-6.73;146.99;104
`;

/** Other names of cities above: the other name, the name above, the country. */
export const cityAliases = `
Köln;Cologne;DE
München;Munich;DE
Milano;Milan;IT
Firenze;Florence;IT
Genève;Geneva;CH
Genf;Geneva;CH
Bruxelles;Brussels;BE
Brussel;Brussels;BE
Brüssel;Brussels;BE
Wien;Vienna;AT
Vienne;Vienna;AT
Praha;Prague;CZ
Prag;Prague;CZ
Lisboa;Lisbon;PT
Lisbonne;Lisbon;PT
Lissabon;Lisbon;PT
Roma;Rome;IT
Rom;Rome;IT
Torino;Turin;IT
Napoli;Naples;IT
Venezia;Venice;IT
Venedig;Venice;IT
Genova;Genoa;IT
Padova;Padua;IT
Mailand;Milan;IT
Sevilla;Seville;ES
København;Copenhagen;DK
Kopenhagen;Copenhagen;DK
Copenhague;Copenhagen;DK
Gothenburg;Göteborg;SE
Warszawa;Warsaw;PL
Warschau;Warsaw;PL
Varsovie;Warsaw;PL
Nuremberg;Nürnberg;DE
Hanover;Hannover;DE
Hanovre;Hannover;DE
Frankfurt am Main;Frankfurt;DE
Francfort;Frankfurt;DE
Den Haag;The Hague;NL
's-Gravenhage;The Hague;NL
La Haye;The Hague;NL
Londres;London;GB
Londra;London;GB
Edimbourg;Edinburgh;GB
Berlino;Berlin;DE
Zurigo;Zürich;CH
Bâle;Basel;CH
Berne;Bern;CH
Luzern;Lucerne;CH
Antwerp;Antwerpen;BE
Anvers;Antwerpen;BE
Ghent;Gent;BE
Gand;Gent;BE
Brugge;Bruges;BE
Louvain;Leuven;BE
Lüttich;Liege;BE
Strassburg;Strasbourg;FR
Straßburg;Strasbourg;FR
New York City;New York;US
NYC;New York;US
San Fran;San Francisco;US
Washington DC;Washington, D.C.;US
Washington;Washington, D.C.;US
Bombay;Mumbai;IN
Bangalore;Bengaluru;IN
Madras;Chennai;IN
Calcutta;Kolkata;IN
Kiev;Kyiv;UA
Kyjiw;Kyiv;UA
Moskau;Moscow;RU
Moscou;Moscow;RU
Bucuresti;Bucharest;RO
Athen;Athens;GR
Athènes;Athens;GR
Tel Aviv;Tel Aviv-Yafo;IL
Peking;Beijing;CN
Pékin;Beijing;CN
Mexico;Mexico City;MX
Ciudad de México;Mexico City;MX
Saigon;Ho Chi Minh City;VN
Lwiw;Lvov;UA
Lviv;Lvov;UA
Cracow;Kraków;PL
Krakau;Kraków;PL
Breslau;Wroclaw;PL
Danzig;Gdansk;PL
Viena;Vienna;AT
Praga;Prague;CZ
Nueva York;New York;US
Oporto;Porto;PT
Atenas;Athens;GR
Ginebra;Geneva;CH
Bruselas;Brussels;BE
Colonia;Cologne;DE
Florencia;Florence;IT
Florenz;Florence;IT
Venecia;Venice;IT
Venise;Venice;IT
Estocolmo;Stockholm;SE
Varsovia;Warsaw;PL
Moscú;Moscow;RU
Edimburgo;Edinburgh;GB
Basilea;Basel;CH
Marsella;Marseille;FR
Burdeos;Bordeaux;FR
Estrasburgo;Strasbourg;FR
Amberes;Antwerpen;BE
Hamburgo;Hamburg;DE
Hambourg;Hamburg;DE
Nápoles;Naples;IT
Neapel;Naples;IT
Cracovia;Kraków;PL
Cracovie;Kraków;PL
Tokio;Tokyo;JP
Niza;Nice;FR
Nizza;Nice;FR
Filadelfia;Philadelphia;US
Barcelone;Barcelona;ES
Saragosse;Zaragoza;ES
Le Caire;Cairo;EG
Kairo;Cairo;EG
Brême;Bremen;DE
Dresde;Dresden;DE
`;
