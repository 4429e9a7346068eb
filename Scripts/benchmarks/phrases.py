"""What made ads are made of: sentences with gaps, and what goes into the gaps."""

GAPS = {
    "role": """Warehouse Operative|Registered Nurse|Payroll Clerk|Software Engineer|Chef de Partie
        Forklift Driver|Teaching Assistant|Account Manager|Electrician|Data Analyst|Care Assistant
        Quantity Surveyor|Pharmacist|Delivery Driver|Personnel Adviser|Plumber|Site Manager|Receptionist
        Mechanical Fitter|Credit Controller|Dental Nurse|Security Officer|Legal Secretary|Buyer
        Marketing Executive|Cleaner|Machine Operator|Business Analyst|Social Worker|Estimator""",
    "town": """Leeds|Norwich|Cardiff|Bristol|Dundee|Exeter|Preston|Lincoln|Swansea|York|Derby|Bath
        Austin, Texas|Denver, Colorado|Portland, Oregon|Albany, New York|Dublin|Cork|Galway|Belfast
        Milton Keynes|Newcastle upon Tyne|Stoke-on-Trent|Reading|Hull|Aberdeen|Toronto|Perth""",
    "firm": """Lantern Energy|Northgate Homes|Castle Street Dental|Harbour Foods|Meridian Rail
        Tideway Health Partnership|Oakfield School|Bluebell Care|Pennine Logistics|Quayside Hotels
        Ashgrove Engineering|Summit Insurance|Fenland Farms|Kestrel Software|Moorland Water""",
    "pay": """£24,000 to £26,500|£28,750 - £31,000|£31,200 to £36,000|$54,000 to $62,500|€38,000-€46,500
        £13.20 to £14.10 an hour|£15.85 - £18.10 per hour|$19.50 to $24.75 an hour|£41,800|$88,000
        £200 to £250 per day|up to £34,000|$71,000 - $88,000|from £29,500|€52,000 to €60,000""",
    "hours": "35|36.25|37|37.5|39|40|20|24|30",
    "days": "22|23|25|26|28|30|33",
    "years": "one year|two years|three years|five years|2+ years|3-5 years",
    "thing": """stock|rotas|invoices|care plans|drawings|deliveries|reports|budgets|orders|contracts
        repairs|bookings|samples|test plans|lesson plans|claims|timesheets|permits|audits|samples""",
    "people": """customers|residents|patients|pupils|suppliers|tenants|site teams|engineers|guests
        line managers|colleagues in finance|visiting consultants|local authorities|drivers""",
    "skill": """Excel and Sage|a reach truck|Python and SQL|food hygiene level 2|a full driving licence
        18th edition wiring|an NVQ level 3|good written English|SAP|first aid|AutoCAD|Kubernetes
        a CSCS card|safeguarding training|a clean licence|GCSE maths and English or the like""",
    "perk": """a pension with 8% from us|free parking|a cycle scheme|sick pay from the first day
        private medical insurance|a season ticket loan|paid training|free lunches|a company van
        life cover of four times your pay|discounts in our shops|an extra day off on your birthday""",
    "shift": """Monday to Friday|four days on and four off|earlies and lates in turn|every other weekend
        8am to 4.30pm|nights, 10pm to 6am|any three days a week|during term only|alternate Saturdays""",
    "day": "4 December 2026|11 December 2026|18 December 2026|8 January 2027|15 January 2027",
    "phone": "01632 960 114|0161 496 0382|(555) 010-0142|020 7946 0911|01 555 0163",
    "mail": "jobs|careers|people|recruitment|hr",
    "adjective": """friendly|established|growing|independent|busy|award-winning|leading|small|modern
        family-run|dynamic|fast-paced|supportive|ambitious|national|vibrant|passionate""",
}

OPENINGS = """We are looking for a {role} to join our {adjective} team in {town}.
{firm} is an {adjective} employer with sites in {town} and {town}.
Are you a {role} who likes to see the result of a day's work? Then read on.
Our client, a {adjective} company based in {town}, is recruiting for a {role} on a permanent basis.
An exciting opportunity has arisen for an experienced {role} within our {town} office.
This is a {adjective} place to work: most of us have been here for more than five years.
Working closely with {people}, you will be part of a team of {days} people.
You would report to the manager of our depot in {town} and have a budget of your own.""".splitlines()

DUTIES = """Plan and check {thing} for {people} each week
Prepare {thing} and {thing} in good time, and tell {people} where something is late
Answer questions of {people} by phone and e-mail within one working day
Keep records of {thing} up to date in our system
Liaise with {people} and {people} to ensure that {thing} are completed to a high standard
Take part in the on-call rota, one week in {days}
Responsible for the day to day running of the {town} site, including {thing} and {thing}
Train new colleagues, and cover for the {role} during holidays
Support the {role} with {thing}, {thing} and ad hoc administrative duties as required
Carry out risk assessments, and report accidents and near misses on the same day
Visit {people} in {town} once a month (we pay your travel)
Improve how we handle {thing}; we like to hear what does not work""".splitlines()

NEEDS = """At least {years} of experience in a similar role
Experience with {skill}; we can train you in the rest
You hold {skill}, or are willing to work towards it
The ability to work on your own initiative, and as part of a team
Excellent communication skills and attention to detail
You can explain {thing} to {people} who have never seen them before
Knowledge of {skill} would be an advantage but is not essential
You must have the right to work in the country; we check this for everybody
Ideally degree educated, with {years} of post-qualification experience
An enhanced DBS check, which we pay for, is needed for this post""".splitlines()

OFFERS = """The pay is {pay}, depending on experience, and is reviewed every April.
Salary: {pay} plus {perk}.
You get {days} days of leave plus bank holidays, {perk}, and {perk}.
In return we offer a competitive salary, {perk} and {perk}.
The hours are {hours} a week, {shift}.
This is a full time, permanent position of {hours} hours per week ({shift}).
The work is on site in {town}; two days a week from home are possible after the first three months.
Benefits include {perk}, {perk} and {days} days annual leave.""".splitlines()

CLOSINGS = """Please send your CV to {mail}@{domain} by {day}.
To apply, e-mail {mail}@{domain} or call {phone} and ask for the {role}.
The closing date is {day}. Interviews will be held in {town} in the week after.
We welcome applications from everyone, and make adjustments at every stage: tell us what you need.
If you have not heard from us within two weeks, your application has been unsuccessful.
{firm} is acting as an employment agency in relation to this vacancy.
For an informal chat about the post, ring the {role} on {phone}.""".splitlines()

# Faults that ads have, a few in a hundred sentences.
FAULTS = """You will recieve full training and work with with an experienced {role}.
The successful candidate will be a young, energetic {role} with a a positive attitude.
Salary: £**,*** per annum
We are seeking a self starter who hits the ground running and thinks outside the box!!!
Applicants must be a native English speaker , aged 25-40.
Our client is an equal oppertunities employer
Call Dave on **** ****** for more infomation.
NO TIME WASTERS PLEASE""".splitlines()
