/// The words that many job ads say.
enum CommonWords {
  /// How many ads of a hundred, more or less, hold a word that begins with these letters, four or
  /// eight of them, or the whole of a shorter one: by a count over 19,228 English job ads.
  static let bands: [(weight: Int, words: String)] = [
    (60,
      """
      a acti all an anal and appl applicat are as assi at be by care coll comm communic comp company
      cons cont data deli desc descript desi deve developm disc empl envi environm exce expe
      experien for from have heal high in incl includin info inte is job know lead loca location
      look main mana need of offe on oppo opportun or othe other our part perf posi proc prod prof
      prog prov qual reco rela requ resp responsi role s serv skil skills spec stat supp support
      team tech that the thei their this time titl title to unde we will with within work working
      year you your
      """),
    (30,
      """
      abil ability able abou about acce acco acro across addi addition admi administ adva also
      analysis analytic any applican apply appr area asse avai back base based bene benefits best
      both buil busi business but can cand candidat cent chan clie clin clos collabor communit
      complete complex cond conf contact coun crea curr cust customer day degr degree demo demonstr
      depa departme design deta develop dire disa disabili do docu document driv educ educatio effe
      effectiv elec employee employer employme engi engineer ensu ensure equa equi ever excellen
      fami fina flex focu foll full func function gene grou grow has health help hour hours idea
      iden if impl implemen impr include indi individu indu informat inno innovati inst interest
      into it join knowledg larg lear learning leve level life looking maintain make manageme
      manager mark may medi meet memb ment mini mode more mult must nati needs new not nurs offer
      offi one oper operatio opti orga organiza over pass pati peop people per pers plan plea please
      poli position post prac practice pref pres prio prob process professi proj provide providin
      qualific quality rang rece recr regi regu related relation repo required requirem rese reso
      resu sala salary sche scie seek service services solu solution some speciali staf staff stan
      standard stra stro strong succ successf such supe supervis syst systems teams technica
      technolo test ther they thro through tool trai training tran understa up us use usin using
      valu vari visi week well what whic which who worl writ years
      """),
    (15,
      """
      access accu accurate achi activiti advanced advi age agen allo alon analyst annu annual
      approach appropri arch architec areas arou around assessme assist assistan asso associat atte
      audi auto availabl awar bach bachelor backgrou bank basi basis been beha bein being brin build
      building ca call capa career case cert certific chal challeng change char chec chil clas clea
      clic click client clients clinical closely code colo color commitme committe competit complian
      comprehe computer conc conditio confiden conn consider consulta contract contribu coor
      coordina county cour cove create crit critical cult culture current currentl database date
      days dead deadline deci decision dedi dedicate defi deliver deliveri delivery depe detail
      details dete develope developi diff differen director discipli dist dive diverse drive driven
      duti duties dyna e each effi efficien election elig emai email enab enco encourag end enga
      enha ensuring ente equal equivale esse essentia esta establis etc eval even every exci
      exciting exec exis expertis expl exte external faci fast fiel field financia find firs first
      flexible focus followin form foun free furt further futu future gend gender general get glob
      goal goals good gove grea great group growing growth guid hand hard healthca hear here highly
      hold holi home hosp hospital how ideal identify identity impa impact improve improvem includes
      incr inde independ industry informal init initiati insi insu insuranc integrat interact
      internal intervie inve invo issu issues its k key lang language large leadersh leading learn
      leas least leav like limi line list live ll local long mach maki making manage managing mate
      medical members mental meth micr minimum miss mission models moni mont most moti motivate
      multi multiple national needed netw nhs no non numb number nurse nursing obje offers office
      only open orde organisa orie orientat orig origin out outs own pack package paid particip
      partners passion passiona patient patients pay perform performa perm person personal phys
      physical plac place planning plans plat platform play plus policies poss pote potentia powe
      preferre prep prev prim prin prioriti priv problem problems procedur processe product producti
      products proficie program programm programs progress project projects prom prop prot provided
      provider provides publ public pyth python qualifie ques question race range rate re read real
      receive recommen recruitm refe rega register registra rele relevant reli religion remo
      reportin reports research resi resource results revi righ right risk safe sale scal schedule
      scho science scientis secu seeking sele self seni senior sett sexu sexual shar shif shou
      should sign site so soci social soft software solv solving sour specific sql stak stakehol
      star state statisti status stor strategi stre stru structur stud subj subject subm success
      suit supporti system t take tale task tasks teac techniqu term testing than them there thes
      these thin thos those tools trac transfor trav travel trea trus trust type uk under unit user
      users vaca vali value variety various verb verbal vete veteran vision visu vote want webi
      webindex when wher where whil while wide without world woul would written
      """),
    (7,
      """
      abov above acad accommod accordan account accounta accr accuracy achieve acqu act action
      active actively acut acute ad adap addr address adul adve affi afte after agencies agency agil
      agile agre ai algo algorith alig along alongsid ambi amer analyze answ applicab applying appo
      arra arti aspe aspects assess assigned assignme assu attentio attr audience auth automate
      automati b bala balance band basic beco become beli believe belo benefit bett better betw
      between big boar board bonu bonus bran brea bring broa budg c cali californ camp capabili car
      card cari caring carr cate center centre changes changing characte check children citi city
      class clear close closing clou cloud co colleagu collecti college comb come comf comforta
      commerci commissi companie compensa competen completi concepts conduct consiste consumer
      content continue continuo control conv core corp corporat corr cost country cover creating
      creative cred cros cross cv cycl d dail daily dash dashboar deep dema dent dental dependen
      dependin depl designin desirabl determin diag digi digital direct directio directly discount
      discrimi distribu diversit divi division does down driving due duri during dynamic earl early
      east econ edge effo eith either eligible emer empo enable ener engageme engl enhance enhanced
      enjo enjoy enterpri enth enthusia enti entr equipmen evaluate evaluati events everyone evid
      evidence exam excel exceptio executiv existing expa expected expert extensiv extr facilita
      faciliti fact familiar family feat fede federal feed feedback feel finance firm flexibil
      focused follow fore forw forward foundati fram framewor fran francisc frid friday frie
      friendly fully fund g gain generati give global go governme grad groups guidance guidelin
      hands head helping highest hire hiri hiring hist holder holiday holidays hous huma human i
      ideally ideas identifi imme immediat impo importan improvin inc inclusiv inco increase infl
      influenc infr infrastr insights insp instruct integrit intellig internat interper interpre
      investig java jour just keep largest late law laws leader leave lega levels liai lice limited
      link listing lives located logi lond london love machine made mail maintena majo major
      managers mann manner manu manufact many mari marital market marketin mast master matc material
      math mathemat matt maxi mean meas media meetings member methodol methods metr metrics microsof
      mill mind mobi model modeling modern mond monday monitor monitori month months move ms name
      natu nece necessar network neur next nigh nmc nort north note now nurses objectiv occa
      occasion off offering ongo ongoing onli online operatin optimize options oral order organize
      oriented others outc outcomes outstand overall owne pace paced pare park partner path patt
      pens pension performi peri permanen phon phone pipe pipeline pm poin policy port positive
      possess possible power practiti pre prec pred predicti prepare present presenta previous
      primary principl prior private proa proactiv processi profile promote protecte prou proven
      provisio psyc purp purpose quan quantita quer quic quickly r rapi rates reac reas reasonab
      record records recruit recruiti redu referenc regard regardin regular regulati remote report
      repr represen requests require requires resident rest resume reta reti retu return review
      reviews rewa rich roles rota safety sales san sati satisfac scale scheme school scre sear sect
      secure security see selectio send sens serve set sets setting sex shap share shift shifts shor
      short show signific simi similar sites situ skill smal small soli solve someone sources sout
      spac spea special start states step strategy stri submit subs summ summary supporte surg tabl
      taki taking talented targ teaching tele telephon temp then thinking thou thre three thri
      througho timely times toda today toge together top towa track trad translat transpor treatmen
      tren trends trou troubles two u undertak uniq unique united univ universi upda upon used util
      vacancy values vend veri very via view visit visits visualiz volu voter ward ware warehous was
      way ways web webs website welc welcome west why word worker workers workforc workplac works
      writing
      """),
  ]
}
