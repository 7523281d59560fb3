<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="sv_SE">
<context>
    <name>AccessPage</name>
    <message>
        <source>Åtkomstlogg</source>
        <translation>Access log</translation>
    </message>
    <message>
        <source>Vem har gjort vad på den här arbetsplatsen. Att du tar fram ett utdrag antecknas i loggen.</source>
        <translation>Who has done what at this workplace. That you make an extract is noted in the log.</translation>
    </message>
    <message>
        <source>&amp;Personnummer</source>
        <translation>&amp;Personal number</translation>
    </message>
    <message>
        <source>Alla invånare</source>
        <translation>All residents</translation>
    </message>
    <message>
        <source>&amp;Från och med</source>
        <translation>&amp;From</translation>
    </message>
    <message>
        <source>&amp;Till och med</source>
        <translation>&amp;To</translation>
    </message>
    <message>
        <source>Läser loggen …</source>
        <translation>Reading the log …</translation>
    </message>
    <message>
        <source>Loggrader</source>
        <translation>Log rows</translation>
    </message>
    <message>
        <source>Visa</source>
        <translation>Show</translation>
    </message>
    <message>
        <source>Spara som fil</source>
        <translation>Save as a file</translation>
    </message>
    <message>
        <source>Skriv ut</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>Tillbaka</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Välj en annan mapp.</source>
        <translation>Choose another folder.</translation>
    </message>
    <message>
        <source>Filen kunde inte sparas.</source>
        <translation>The file could not be saved.</translation>
    </message>
    <message>
        <source>{file} innehåller personuppgifter. Förvara den så.</source>
        <translation>{file} has personal data in it. Keep it accordingly.</translation>
    </message>
    <message>
        <source>Sparad.</source>
        <translation>Saved.</translation>
    </message>
    <message>
        <source>Skriv ett datum, till exempel 2026-11-23, som inte är efter i dag.</source>
        <translation>Type a date, such as 2026-11-23, that is not after today.</translation>
    </message>
    <message>
        <source>Perioden slutar före den börjar.</source>
        <translation>The period ends before it begins.</translation>
    </message>
    <message>
        <source>Rader: {n}</source>
        <translation>Rows: {n}</translation>
    </message>
    <message>
        <source>Inget utdrag har tagits fram. Kontakta IT-supporten.</source>
        <translation>No extract has been made. Contact IT support.</translation>
    </message>
    <message>
        <source>Loggen går inte att läsa just nu.</source>
        <translation>The log cannot be read just now.</translation>
    </message>
    <message>
        <source>Framtaget {time} av {name}</source>
        <translation>Made {time} by {name}</translation>
    </message>
    <message>
        <source>loggutdrag.csv</source>
        <translation>log-extract.csv</translation>
    </message>
    <message>
        <source>Kontrollera skrivaren, eller spara som fil i stället.</source>
        <translation>Check the printer, or save as a file instead.</translation>
    </message>
    <message>
        <source>Det gick inte att skriva ut.</source>
        <translation>It could not be printed.</translation>
    </message>
    <message>
        <source>Skickat till skrivaren.</source>
        <translation>Sent to the printer.</translation>
    </message>
</context>
<context>
    <name>ApprovalsCard</name>
    <message>
        <source>Godkännande och samtycke</source>
        <translation>Approval and consent</translation>
    </message>
    <message>
        <source>{language}, enklare ord</source>
        <translation>{language}, plainer words</translation>
    </message>
    <message>
        <source>&amp;Läs upp på</source>
        <translation>&amp;Read aloud in</translation>
    </message>
    <message>
        <source>Kryssa i innan det går att registrera.</source>
        <translation>Tick before it can be registered.</translation>
    </message>
</context>
<context>
    <name>BasisCard</name>
    <message>
        <source>Vem väljer, på vilket underlag?</source>
        <translation>Who chooses, on what evidence?</translation>
    </message>
    <message>
        <source>&amp;Blankett</source>
        <translation>&amp;Form</translation>
    </message>
    <message>
        <source>Tele&amp;fon</source>
        <translation>Tele&amp;phone</translation>
    </message>
    <message>
        <source>Underlag</source>
        <translation>Evidence</translation>
    </message>
    <message>
        <source>Blankett eller samtal</source>
        <translation>Form or call</translation>
    </message>
    <message>
        <source>&amp;Datum</source>
        <translation>&amp;Date</translation>
    </message>
    <message>
        <source>Underskriften eller samtalet. Dagen räcker: 20.</source>
        <translation>Of the signature or the call. The day is enough: 20.</translation>
    </message>
    <message>
        <source>&amp;Vårdnadshavarens personnummer</source>
        <translation>&amp;Guardian&apos;s personal number</translation>
    </message>
    <message>
        <source>Lämna tomt om den unga väljer själv.</source>
        <translation>Leave empty if the young person chooses.</translation>
    </message>
    <message>
        <source>ÅÅÅÅMMDD-NNNN</source>
        <translation>YYYYMMDD-NNNN</translation>
    </message>
    <message>
        <source>&amp;Mer om underlaget</source>
        <translation>&amp;More about the evidence</translation>
    </message>
    <message>
        <source>&amp;Mindre om underlaget</source>
        <translation>&amp;Less about the evidence</translation>
    </message>
    <message>
        <source>Blanketten kom &amp;in</source>
        <translation>Form came &amp;in</translation>
    </message>
    <message>
        <source>Annan version</source>
        <translation>Another version</translation>
    </message>
    <message>
        <source>Blankettens version</source>
        <translation>Version of the form</translation>
    </message>
    <message>
        <source>Underlaget finns på</source>
        <translation>The evidence is kept at</translation>
    </message>
    <message>
        <source>Ej angiven</source>
        <translation>Not stated</translation>
    </message>
    <message>
        <source>Le&amp;gitimation</source>
        <translation>Identificati&amp;on</translation>
    </message>
    <message>
        <source>Kontrollerad av</source>
        <translation>Checked by</translation>
    </message>
    <message>
        <source>Samtalets språk</source>
        <translation>Language spoken</translation>
    </message>
    <message>
        <source>Tomt betyder svenska.</source>
        <translation>Empty means Swedish.</translation>
    </message>
    <message>
        <source>&amp;Tolk var med</source>
        <translation>An interpre&amp;ter took part</translation>
    </message>
    <message>
        <source>God man eller annan företrädare: skriv ut blanketten.</source>
        <translation>A god man or another representative: print the form.</translation>
    </message>
    <message>
        <source>God man, till exempel.</source>
        <translation>A god man, for example.</translation>
    </message>
    <message>
        <source>Handling som ger rätten att välja</source>
        <translation>Document that gives the right to choose</translation>
    </message>
    <message>
        <source>Företrädarens personnummer</source>
        <translation>Representative&apos;s personal number</translation>
    </message>
    <message>
        <source>Behövs inte.</source>
        <translation>Not required.</translation>
    </message>
    <message>
        <source>Datumet har inte varit än.</source>
        <translation>That date has not come yet.</translation>
    </message>
    <message>
        <source>Blanketten kan inte ha kommit in innan den skrevs under.</source>
        <translation>The form cannot have come in before it was signed.</translation>
    </message>
    <message>
        <source>Skriv datumet som år, månad, dag: 2026-11-23. Dagen räcker.</source>
        <translation>Write the date as year, month, day: 2026-11-23. The day is enough.</translation>
    </message>
    <message>
        <source>Blanketten skrevs ut senare än så. Läs datumet på blanketten.</source>
        <translation>The form was printed later than that. Read the date on the form.</translation>
    </message>
    <message>
        <source>Annan föret&amp;rädares namn</source>
        <translation>Another representati&amp;ve&apos;s name</translation>
    </message>
</context>
<context>
    <name>Beside</name>
    <message>
        <source>Ärende {number}: {told}. Här går det bara att läsa.</source>
        <translation>Case {number}: {told}. It can only be read here.</translation>
    </message>
    <message>
        <source>Ärende {number} är stängt här: {told}. Inget har skickats härifrån.</source>
        <translation>Case {number} is closed here: {told}. Nothing has been sent from here.</translation>
    </message>
    <message>
        <source>Ärende {number} finns inte längre. Det har skickats eller avslutats vid en annan lucka.</source>
        <translation>Case {number} is no longer there. It was sent or closed at another desk.</translation>
    </message>
    <message>
        <source>Oklart sedan en annan lucka avbröts: {numbers}. Kontrollera vad regionen visar.</source>
        <translation>Unclear since another desk was interrupted: {numbers}. Check what the region shows.</translation>
    </message>
    <message>
        <source>En annan lucka avbröts mitt i en blankettbunt. Inlästa blanketter som inte har skickats ligger under Ärenden: {n} st.</source>
        <translation>Another desk was interrupted in the middle of a pile of forms. Forms that were read and not sent are under Cases: {n}.</translation>
    </message>
</context>
<context>
    <name>CallBand</name>
    <message>
        <source>Samtal pågår</source>
        <translation>A call is on</translation>
    </message>
    <message>
        <source>Avsluta samtalet</source>
        <translation>End the call</translation>
    </message>
    <message>
        <source>Samtal pågår: någon annan ringer</source>
        <translation>A call is on: somebody else is calling</translation>
    </message>
    <message>
        <source>Ingen invånare är öppen, och ingen öppnas förrän samtalet är avslutat.</source>
        <translation>No resident is open, and none is opened until the call has ended.</translation>
    </message>
</context>
<context>
    <name>CallPage</name>
    <message>
        <source>Någon annan ringer</source>
        <translation>Somebody else is calling</translation>
    </message>
    <message>
        <source>Svara allmänt, och skicka en blankett till den som ska välja.</source>
        <translation>Answer in general, and send a form to whoever is to choose.</translation>
    </message>
    <message>
        <source>Säg till den som ringer</source>
        <translation>Say to the caller</translation>
    </message>
    <message>
        <source>Vem får välja?</source>
        <translation>Who may choose?</translation>
    </message>
    <message>
        <source>Blankett till {centre}</source>
        <translation>Form for {centre}</translation>
    </message>
    <message>
        <source>Blankett till en annan mottagning</source>
        <translation>Form for another care centre</translation>
    </message>
</context>
<context>
    <name>CaseActions</name>
    <message>
        <source>Öppna</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Kontrollera nu</source>
        <translation>Check now</translation>
    </message>
    <message>
        <source>Skicka igen …</source>
        <translation>Send again …</translation>
    </message>
    <message>
        <source>Skriv ut igen</source>
        <translation>Print again</translation>
    </message>
    <message>
        <source>Avsluta ärendet</source>
        <translation>Close the case</translation>
    </message>
    <message>
        <source>Ta över ärendet</source>
        <translation>Take over the case</translation>
    </message>
    <message>
        <source>Tillbaka</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Läs</source>
        <translation>Read</translation>
    </message>
    <message>
        <source>Avbryt ärendet</source>
        <translation>Cancel the case</translation>
    </message>
</context>
<context>
    <name>CasesPage</name>
    <message>
        <source>Ärenden</source>
        <translation>Cases</translation>
    </message>
    <message>
        <source>Läser ärendena …</source>
        <translation>Reading the cases …</translation>
    </message>
    <message>
        <source>Tid</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Invånare</source>
        <translation>Resident</translation>
    </message>
    <message>
        <source>Åtgärd</source>
        <translation>Action</translation>
    </message>
    <message>
        <source>Mottagning</source>
        <translation>Care centre</translation>
    </message>
    <message>
        <source>Läge</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Ärende</source>
        <translation>Case</translation>
    </message>
    <message>
        <source>Det går att läsa vad regionen visar, men inte att registrera.</source>
        <translation>What the region shows can be read, but nothing can be registered.</translation>
    </message>
    <message>
        <source>Ärendena kan inte läsas på den här datorn.</source>
        <translation>The cases cannot be read on this computer.</translation>
    </message>
    <message>
        <source>Ärenden: {n}</source>
        <translation>Cases: {n}</translation>
    </message>
    <message>
        <source>Inga ärenden.</source>
        <translation>No cases.</translation>
    </message>
    <message>
        <source>Inget ärende behöver någon.</source>
        <translation>No case needs anybody.</translation>
    </message>
    <message>
        <source>Alla ({n})</source>
        <translation>All ({n})</translation>
    </message>
    <message>
        <source>Behöver någon ({n})</source>
        <translation>Needs somebody ({n})</translation>
    </message>
    <message>
        <source>Väntar på underskrift ({n})</source>
        <translation>Waiting for a signature ({n})</translation>
    </message>
    <message>
        <source>Klara ({n})</source>
        <translation>Settled ({n})</translation>
    </message>
    <message>
        <source>Visa</source>
        <translation>Show</translation>
    </message>
    <message>
        <source>Läser vad regionen visar …</source>
        <translation>Reading what the region shows …</translation>
    </message>
    <message>
        <source>&amp;Sök ärende</source>
        <translation>&amp;Find case</translation>
    </message>
    <message>
        <source>Ärendenummer, koden på en blankett eller personnummer. Enter söker, tomt visar alla igen.</source>
        <translation>Case number, the code on a form or personal number. Enter searches, empty shows all again.</translation>
    </message>
    <message>
        <source>Inget ärende med det numret eller den koden på den här datorn.</source>
        <translation>No case with that number or code on this computer.</translation>
    </message>
    <message>
        <source>Väntar på regionen ({n})</source>
        <translation>Waiting for the region ({n})</translation>
    </message>
    <message>
        <source>Utkast ({n})</source>
        <translation>Drafts ({n})</translation>
    </message>
    <message>
        <source>Det går att läsa här, och att öppna när det är stängt där. Fråga innan du tar över.</source>
        <translation>It can be read here, and opened once it is closed there. Ask before you take over.</translation>
    </message>
    <message>
        <source>Jämför med blanketten eller kvittot.</source>
        <translation>Compare with the form or the receipt.</translation>
    </message>
    <message>
        <source>Visa alla</source>
        <translation>Show all</translation>
    </message>
    <message>
        <source>Ärendena som finns ligger under ett annat val ovan.</source>
        <translation>The other cases are under another choice above.</translation>
    </message>
    <message>
        <source>Hit kommer det som registreras härifrån, blanketter som väntar på underskrift, utkast och sådant som blev oklart. Sök en invånare för att börja.</source>
        <translation>What is registered from here comes here, with forms that wait for a signature, drafts, and what became unclear. Search for a resident to begin.</translation>
    </message>
    <message>
        <source>Ny invånare</source>
        <translation>New resident</translation>
    </message>
</context>
<context>
    <name>CheckActions</name>
    <message>
        <source>Registrera</source>
        <translation>Register</translation>
    </message>
    <message>
        <source>Lista eller ställ i kö</source>
        <translation>List or join the queue</translation>
    </message>
    <message>
        <source>Lämna kön</source>
        <translation>Leave the queue</translation>
    </message>
    <message>
        <source>Välj läkarkontakt</source>
        <translation>Choose doctor</translation>
    </message>
    <message>
        <source>Skriv ut blankett</source>
        <translation>Print form</translation>
    </message>
    <message>
        <source>Försök igen</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Tillbaka</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Vänta på svaret från regionen.</source>
        <translation>Wait for the region&apos;s answer.</translation>
    </message>
    <message>
        <source>Din roll läser och skriver ut, men registrerar inte. Be en kollega som får.</source>
        <translation>Your role reads and prints, but does not register. Ask a colleague who may.</translation>
    </message>
    <message>
        <source>Komplettera …</source>
        <translation>Incomplete …</translation>
    </message>
    <message>
        <source>Välj mottagning</source>
        <translation>Choose care centre</translation>
    </message>
</context>
<context>
    <name>CheckPage</name>
    <message>
        <source>Kontroll före registrering</source>
        <translation>Check before registering</translation>
    </message>
    <message>
        <source>Frågar regionen om mottagningen …</source>
        <translation>Asking the region about the care centre …</translation>
    </message>
    <message>
        <source>Regionen visar nu något annat än nyss.</source>
        <translation>The region now shows something else than a moment ago.</translation>
    </message>
    <message>
        <source>Inget har skickats. Gå igenom kontrollen igen.</source>
        <translation>Nothing was sent. Go through the check again.</translation>
    </message>
    <message>
        <source>Det här saknas innan det går att registrera</source>
        <translation>This is missing before it can be registered</translation>
    </message>
    <message>
        <source>Säg till invånaren</source>
        <translation>Say to the resident</translation>
    </message>
    <message>
        <source>Ange vårdnadshavarens personnummer.</source>
        <translation>Enter the guardian&apos;s personal identity number.</translation>
    </message>
    <message>
        <source>Vårdnadshavarens personnummer stämmer inte.</source>
        <translation>The guardian&apos;s personal identity number is wrong.</translation>
    </message>
    <message>
        <source>Företrädarens personnummer stämmer inte.</source>
        <translation>The representative&apos;s personal number is not right.</translation>
    </message>
    <message>
        <source>Ett datum stämmer inte.</source>
        <translation>A date is not right.</translation>
    </message>
    <message>
        <source>Ett syskons personnummer stämmer inte.</source>
        <translation>A sibling&apos;s personal identity number is not right.</translation>
    </message>
    <message>
        <source>Svaret har inte kommit än. Inget har skickats. Tryck igen när det har kommit.</source>
        <translation>The answer has not come yet. Nothing has been sent. Press again when it has.</translation>
    </message>
    <message>
        <source>Ett syskon slås fortfarande upp.</source>
        <translation>A sibling is still being looked up.</translation>
    </message>
    <message>
        <source>Kryssa i ”{what}”</source>
        <translation>Tick “{what}”</translation>
    </message>
    <message>
        <source>Kontrollen ovan säger nej. Läs vad som går att göra i stället.</source>
        <translation>The check above says no. Read what can be done instead.</translation>
    </message>
    <message>
        <source>Samtycket nämner regioner som är dolda. Visa dem med F6 och läs upp det.</source>
        <translation>The consent names regions that are hidden. Show them with F6 and read it aloud.</translation>
    </message>
    <message>
        <source>Säg till den som väljer</source>
        <translation>Say to whoever chooses</translation>
    </message>
    <message>
        <source>Registreringen pågår. Vänta på svaret.</source>
        <translation>The registration is under way. Wait for the answer.</translation>
    </message>
    <message>
        <source>Skriv ut blanketten. Raden längst ned säger varför.</source>
        <translation>Print the form. The line at the foot says why.</translation>
    </message>
    <message>
        <source>Just nu går det inte att registrera</source>
        <translation>It is not possible to register just now</translation>
    </message>
</context>
<context>
    <name>Choices</name>
    <message>
        <source>Vad vill invånaren?</source>
        <translation>What does the resident want?</translation>
    </message>
    <message>
        <source>Lista på {centre}</source>
        <translation>List at {centre}</translation>
    </message>
    <message>
        <source>Välj annan mottagning</source>
        <translation>Choose another care centre</translation>
    </message>
    <message>
        <source>Hämta igen</source>
        <translation>Fetch again</translation>
    </message>
    <message>
        <source>Fråga &amp;även annan region</source>
        <translation>Ask &amp;another region too</translation>
    </message>
    <message>
        <source>Har invånaren flyttat?</source>
        <translation>Has the resident moved?</translation>
    </message>
    <message>
        <source>Välj region</source>
        <translation>Choose a region</translation>
    </message>
    <message>
        <source>Blankett för {centre}</source>
        <translation>Form for {centre}</translation>
    </message>
</context>
<context>
    <name>ColumnMenu</name>
    <message>
        <source>Ändra kolumnbredder</source>
        <translation>Change column widths</translation>
    </message>
    <message>
        <source>Återställ kolumnbredder</source>
        <translation>Reset column widths</translation>
    </message>
</context>
<context>
    <name>ColumnWidths</name>
    <message>
        <source>Kolumnbredder</source>
        <translation>Column widths</translation>
    </message>
    <message>
        <source>Listan ändras direkt. Bredderna finns kvar nästa gång.</source>
        <translation>The list changes at once. The widths are kept for next time.</translation>
    </message>
    <message>
        <source>Smalare</source>
        <translation>Narrower</translation>
    </message>
    <message>
        <source>Bredare</source>
        <translation>Wider</translation>
    </message>
    <message>
        <source>Återställ</source>
        <translation>Reset</translation>
    </message>
    <message>
        <source>Stäng</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>{n} procent av bredden</source>
        <translation>{n} per cent of the width</translation>
    </message>
</context>
<context>
    <name>CommandBox</name>
    <message>
        <source>Kommandon</source>
        <translation>Commands</translation>
    </message>
    <message>
        <source>Kommando</source>
        <translation>Command</translation>
    </message>
    <message>
        <source>Tangent</source>
        <translation>Key</translation>
    </message>
    <message>
        <source>&amp;Vad vill du göra?</source>
        <translation>&amp;What do you want to do?</translation>
    </message>
    <message>
        <source>Stäng</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Träffar: {count}</source>
        <translation>Matches: {count}</translation>
    </message>
    <message>
        <source>Hjälp: {page}</source>
        <translation>Help: {page}</translation>
    </message>
    <message>
        <source>lista listning registrera söka</source>
        <translation>list listing register search</translation>
    </message>
    <message>
        <source>lista byta vårdcentral</source>
        <translation>list change care centre</translation>
    </message>
    <message>
        <source>lista registrera flera</source>
        <translation>list register several</translation>
    </message>
    <message>
        <source>Dölj eller visa namn och nummer</source>
        <translation>Hide or show name and number</translation>
    </message>
    <message>
        <source>Parkera det som är öppet</source>
        <translation>Park what is open</translation>
    </message>
    <message>
        <source>Större text</source>
        <translation>Larger text</translation>
    </message>
    <message>
        <source>Mindre text</source>
        <translation>Smaller text</translation>
    </message>
    <message>
        <source>Vanlig textstorlek</source>
        <translation>Ordinary text size</translation>
    </message>
    <message>
        <source>Färger: följ systemet</source>
        <translation>Colours: follow the system</translation>
    </message>
    <message>
        <source>Färger: ljust</source>
        <translation>Colours: light</translation>
    </message>
    <message>
        <source>Färger: mörkt</source>
        <translation>Colours: dark</translation>
    </message>
    <message>
        <source>Färger: hög kontrast</source>
        <translation>Colours: high contrast</translation>
    </message>
    <message>
        <source>Språk: {language}</source>
        <translation>Language: {language}</translation>
    </message>
    <message>
        <source>Anslutningskontroll</source>
        <translation>Connection check</translation>
    </message>
    <message>
        <source>Lås luckan</source>
        <translation>Lock the desk</translation>
    </message>
    <message>
        <source>Rundturen från första starten</source>
        <translation>The tour from the first start</translation>
    </message>
    <message>
        <source>Ändra kolumnbredder</source>
        <translation>Change column widths</translation>
    </message>
    <message>
        <source>Återställ kolumnbredder</source>
        <translation>Reset column widths</translation>
    </message>
</context>
<context>
    <name>ConnectionPage</name>
    <message>
        <source>Anslutningskontroll</source>
        <translation>Connection check</translation>
    </message>
    <message>
        <source>Provar vägen till varje region utan att ändra något och utan att visa någon invånare.</source>
        <translation>Tries the way to each region without changing anything and without showing any resident.</translation>
    </message>
    <message>
        <source>Att prova att registrera rör bara profilens testpersoner.</source>
        <translation>Trying to register touches only the profile&apos;s test persons.</translation>
    </message>
    <message>
        <source>Provar …</source>
        <translation>Trying …</translation>
    </message>
    <message>
        <source>Resultat</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>Var</source>
        <translation>Where</translation>
    </message>
    <message>
        <source>Vad</source>
        <translation>What</translation>
    </message>
    <message>
        <source>Tid</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Det som provats</source>
        <translation>What has been tried</translation>
    </message>
    <message>
        <source>Prova anslutningen</source>
        <translation>Try the connection</translation>
    </message>
    <message>
        <source>Prova också att registrera</source>
        <translation>Try registering too</translation>
    </message>
    <message>
        <source>Avbryt kontrollen</source>
        <translation>Stop the check</translation>
    </message>
    <message>
        <source>Spara rapport</source>
        <translation>Save report</translation>
    </message>
    <message>
        <source>Tillbaka</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Det som redan har skickats får svara klart, och en köplats på prov tas tillbaka.</source>
        <translation>What has already been sent may finish, and a queue place taken on trial is given back.</translation>
    </message>
    <message>
        <source>Kontrollen avbryts.</source>
        <translation>The check is being stopped.</translation>
    </message>
    <message>
        <source>Inget har ändrats. Prova igen, eller kopiera den tekniska rapporten till supporten.</source>
        <translation>Nothing has changed. Try again, or copy the technical report for support.</translation>
    </message>
    <message>
        <source>Kontrollen avbröts av ett fel i programmet.</source>
        <translation>The check was ended by a fault in the program.</translation>
    </message>
    <message>
        <source>Provat: {n}</source>
        <translation>Tried: {n}</translation>
    </message>
    <message>
        <source>Allt som provats fungerar.</source>
        <translation>Everything that was tried works.</translation>
    </message>
    <message>
        <source>Markera en rad för att läsa vad felet betyder och vem som kan åtgärda det.</source>
        <translation>Mark a row to read what the fault means and who can mend it.</translation>
    </message>
    <message>
        <source>Något fungerar inte.</source>
        <translation>Something does not work.</translation>
    </message>
    <message>
        <source>Välj en annan mapp.</source>
        <translation>Choose another folder.</translation>
    </message>
    <message>
        <source>Filen kunde inte sparas.</source>
        <translation>The file could not be saved.</translation>
    </message>
    <message>
        <source>Sparad.</source>
        <translation>Saved.</translation>
    </message>
    <message>
        <source>anslutningskontroll.pdf</source>
        <translation>connection-check.pdf</translation>
    </message>
</context>
<context>
    <name>CopyReport</name>
    <message>
        <source>Kopiera teknisk rapport</source>
        <translation>Copy technical report</translation>
    </message>
    <message>
        <source>Rapporten är kopierad</source>
        <translation>The report has been copied</translation>
    </message>
</context>
<context>
    <name>CorrectionPage</name>
    <message>
        <source>Rättelse</source>
        <translation>Correction</translation>
    </message>
    <message>
        <source>Skriv upp vad som är fel och lämna det till regionen. Inget skickas och ingen listning ändras.</source>
        <translation>Write down what is wrong and hand it to the region. Nothing is sent and no listing changes.</translation>
    </message>
    <message>
        <source>Spara och skriv ut</source>
        <translation>Save and print</translation>
    </message>
    <message>
        <source>Tillbaka</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Vad är fel?</source>
        <translation>What is wrong?</translation>
    </message>
    <message>
        <source>Det gäller</source>
        <translation>It concerns</translation>
    </message>
    <message>
        <source>Fel</source>
        <translation>Error</translation>
    </message>
    <message>
        <source>&amp;Invånaren säger</source>
        <translation>The &amp;resident says</translation>
    </message>
    <message>
        <source>Med invånarens egna ord. Får vara tomt.</source>
        <translation>In the resident&apos;s own words. May be left empty.</translation>
    </message>
    <message>
        <source>Lämnas till</source>
        <translation>Goes to</translation>
    </message>
    <message>
        <source>Skriv upp uppgifterna på papper och kontakta regionen.</source>
        <translation>Write it down on paper and contact the region.</translation>
    </message>
    <message>
        <source>Rättelsen kunde inte sparas på den här datorn.</source>
        <translation>The correction could not be saved on this computer.</translation>
    </message>
    <message>
        <source>Våra egna ärenden</source>
        <translation>Our own cases</translation>
    </message>
    <message>
        <source>Läser …</source>
        <translation>Reading …</translation>
    </message>
    <message>
        <source>Inga ärenden om invånaren på den här datorn.</source>
        <translation>No cases about the resident on this computer.</translation>
    </message>
    <message>
        <source>Lista på {centre} igen</source>
        <translation>List at {centre} again</translation>
    </message>
    <message>
        <source>Var invånaren var listad förut är dolt. F6 visar det.</source>
        <translation>Where the resident was listed before is hidden. F6 shows it.</translation>
    </message>
</context>
<context>
    <name>Dialogue</name>
    <message>
        <source>Hjälp</source>
        <translation>Help</translation>
    </message>
</context>
<context>
    <name>DoctorsPage</name>
    <message>
        <source>Välj fast läkarkontakt</source>
        <translation>Choose regular doctor</translation>
    </message>
    <message>
        <source>{centre}. Nu: {doctor}.</source>
        <translation>{centre}. Now: {doctor}.</translation>
    </message>
    <message>
        <source>Hämtar läkare …</source>
        <translation>Fetching doctors …</translation>
    </message>
    <message>
        <source>Läkare</source>
        <translation>Doctor</translation>
    </message>
    <message>
        <source>Namn</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Titel</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>&amp;Sök läkare</source>
        <translation>&amp;Search doctors</translation>
    </message>
    <message>
        <source>Granska</source>
        <translation>Review</translation>
    </message>
    <message>
        <source>Tillbaka</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Försök igen</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Regionen erbjuder inget val av läkare här.</source>
        <translation>The region offers no choice of doctor here.</translation>
    </message>
    <message>
        <source>Fråga mottagningen vem som är läkarkontakt.</source>
        <translation>Ask the care centre who the regular doctor is.</translation>
    </message>
    <message>
        <source>{shown} av {total} läkare</source>
        <translation>{shown} of {total} doctors</translation>
    </message>
    <message>
        <source>Val</source>
        <translation>Choice</translation>
    </message>
    <message>
        <source>Nuvarande</source>
        <translation>Present</translation>
    </message>
    <message>
        <source>{shown} av 1 läkare</source>
        <translation>{shown} of 1 doctor</translation>
    </message>
</context>
<context>
    <name>FacetFields</name>
    <message>
        <source>&amp;Region</source>
        <translation>&amp;Region</translation>
    </message>
    <message>
        <source>&amp;Typ av listning</source>
        <translation>&amp;Type of listing</translation>
    </message>
    <message>
        <source>&amp;Kommun</source>
        <translation>&amp;Municipality</translation>
    </message>
    <message>
        <source>K&amp;ö</source>
        <translation>&amp;Queue</translation>
    </message>
    <message>
        <source>Alla</source>
        <translation>All</translation>
    </message>
    <message>
        <source>Med läkarval</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>&amp;Läkarval</source>
        <translation>&amp;Doctor choice</translation>
    </message>
    <message>
        <source>Ingen redovisad</source>
        <translation>None stated</translation>
    </message>
    <message>
        <source>Högst 50 i kö</source>
        <translation>Max 50 in line</translation>
    </message>
    <message>
        <source>Högst 30 dagar</source>
        <translation>Max 30 days</translation>
    </message>
    <message>
        <source>Högst 90 dagar</source>
        <translation>Max 90 days</translation>
    </message>
</context>
<context>
    <name>FacilitiesPage</name>
    <message>
        <source>Välj mottagning</source>
        <translation>Choose care centre</translation>
    </message>
    <message>
        <source>Mottagningar</source>
        <translation>Care centres</translation>
    </message>
    <message>
        <source>Visa mottagningen</source>
        <translation>Show the care centre</translation>
    </message>
    <message>
        <source>Hämta igen</source>
        <translation>Fetch again</translation>
    </message>
    <message>
        <source>Använd hemregionens blankett i stället.</source>
        <translation>Use the home region&apos;s form instead.</translation>
    </message>
    <message>
        <source>Mottagning</source>
        <translation>Care centre</translation>
    </message>
    <message>
        <source>Kö</source>
        <translation>Queue</translation>
    </message>
    <message>
        <source>Läkarval</source>
        <translation>Choice of doctor</translation>
    </message>
    <message>
        <source>HSA-id</source>
        <translation>HSA-id</translation>
    </message>
    <message>
        <source>{count}. Utan köinformation kan en mottagning vara full ändå.</source>
        <translation>{count}. Without queue information a care centre may be full all the same.</translation>
    </message>
    <message>
        <source>{region} är hemregion och inte ansluten. Ingen listning kan registreras här.</source>
        <translation>{region} is the home region and is not connected. No listing can be registered here.</translation>
    </message>
    <message>
        <source>&amp;Sök mottagning</source>
        <translation>&amp;Search care centres</translation>
    </message>
    <message>
        <source>Hämtar mottagningar …</source>
        <translation>Fetching care centres …</translation>
    </message>
    <message>
        <source>Granska</source>
        <translation>Review</translation>
    </message>
    <message>
        <source>Tillbaka</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Adress</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>Ingen mottagning har precis de orden. {shown} av {total} liknar dem.</source>
        <translation>No care centre has exactly those words. {shown} of {total} are like them.</translation>
    </message>
    <message>
        <source>{shown} av {total} mottagningar</source>
        <translation>{shown} of {total} care centres</translation>
    </message>
    <message>
        <source>Söker du en person? Lägg till födelseår eller födelsedatum i sökrutan.</source>
        <translation>Looking for a person? Add the year or date of birth in the search box.</translation>
    </message>
    <message>
        <source>Filen med mottagningarnas adresser kan inte användas.</source>
        <translation>The file of the care centres&apos; addresses cannot be used.</translation>
    </message>
    <message>
        <source>Adresser, kommuner och e-tjänster saknas tills den är rättad. Visa det här för IT.</source>
        <translation>Addresses, municipalities and e-services are missing until it is put right. Show this to IT.</translation>
    </message>
    <message>
        <source>För IT</source>
        <translation>For IT</translation>
    </message>
    <message>
        <source>Hemregionen är inte ansluten. Ingen listning kan registreras här.</source>
        <translation>The home region is not connected. No listing can be registered here.</translation>
    </message>
    <message>
        <source>Inga mottagningar matchar. Ändra orden eller urvalet ovan.</source>
        <translation>No care centres match. Change the words or the selection above.</translation>
    </message>
    <message>
        <source>Visa alla mottagningar</source>
        <translation>Show all care centres</translation>
    </message>
    <message>
        <source>{shown} av 1 mottagning</source>
        <translation>{shown} of 1 care centre</translation>
    </message>
</context>
<context>
    <name>FacilityPage</name>
    <message>
        <source>Lista här</source>
        <translation>List here</translation>
    </message>
    <message>
        <source>Sök invånare</source>
        <translation>Find a resident</translation>
    </message>
    <message>
        <source>Skriv ut blankett utan namn</source>
        <translation>Print form without a name</translation>
    </message>
    <message>
        <source>Tillbaka</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Listning</source>
        <translation>Listing</translation>
    </message>
    <message>
        <source>Kö</source>
        <translation>Queue</translation>
    </message>
    <message>
        <source>Typ av listning</source>
        <translation>Type of listing</translation>
    </message>
    <message>
        <source>Anges inte</source>
        <translation>Not stated</translation>
    </message>
    <message>
        <source>Läkarval</source>
        <translation>Choice of doctor</translation>
    </message>
    <message>
        <source>HSA-id</source>
        <translation>HSA-id</translation>
    </message>
    <message>
        <source>Adress och kontakt</source>
        <translation>Address and contact</translation>
    </message>
    <message>
        <source>Adress</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>Kommun</source>
        <translation>Municipality</translation>
    </message>
    <message>
        <source>Telefon</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>E-tjänster</source>
        <translation>E-services</translation>
    </message>
    <message>
        <source>Läkare att välja</source>
        <translation>Doctors to choose</translation>
    </message>
    <message>
        <source>Hämtar läkare …</source>
        <translation>Fetching doctors …</translation>
    </message>
    <message>
        <source>Försök igen</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Regionen erbjuder inget val av läkare här.</source>
        <translation>The region offers no choice of doctor here.</translation>
    </message>
    <message>
        <source>Till blanketten</source>
        <translation>To the form</translation>
    </message>
</context>
<context>
    <name>FailureDialog</name>
    <message>
        <source>Stäng</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Öppna Ärenden, Ctrl+2, och läs om något blev oklart.</source>
        <translation>Open Cases, Ctrl+2, and read whether anything was left unclear.</translation>
    </message>
    <message>
        <source>Det som är öppet finns kvar. Läs vad regionen visar innan något registreras igen.</source>
        <translation>What is open is still there. Read what the region shows before anything is registered again.</translation>
    </message>
    <message>
        <source>Programmet avslutades oväntat förra gången.</source>
        <translation>The program ended unexpectedly last time.</translation>
    </message>
    <message>
        <source>Något gick fel i programmet.</source>
        <translation>Something went wrong in the program.</translation>
    </message>
    <message>
        <source>Uppge felkod {code} till supporten. Den tekniska rapporten innehåller inga personuppgifter.</source>
        <translation>Give error code {code} to support. The technical report contains no personal data.</translation>
    </message>
</context>
<context>
    <name>FirstTour</name>
    <message>
        <source>Nästa</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>Hoppa över</source>
        <translation>Skip</translation>
    </message>
    <message>
        <source>Det som dröjer eller blir oklart går vidare bland ärendena, Ctrl+2. Skicka inte samma sak igen.</source>
        <translation>What takes time or is unclear goes on among the cases, Ctrl+2. Do not send the same again.</translation>
    </message>
    <message>
        <source>Hitta invånaren</source>
        <translation>Find the resident</translation>
    </message>
    <message>
        <source>Skriv personnumret och tryck Enter, eller läs av körkortet när som helst. F2 tar nästa invånare.</source>
        <translation>Type the personal number and press Enter, or scan the driving licence at any time. F2 takes the next resident.</translation>
    </message>
    <message>
        <source>Läs, kryssa och registrera</source>
        <translation>Read, tick and register</translation>
    </message>
    <message>
        <source>Kontrollen säger vad ett val innebär innan något skickas. Läs upp det, kryssa i det som är godkänt, och registrera med Ctrl+Enter. Ringer telefonen: Ctrl+M parkerar.</source>
        <translation>The check says what a choice means before anything is sent. Read it out, tick what is approved, and register with Ctrl+Enter. If the phone rings, Ctrl+M parks.</translation>
    </message>
    <message>
        <source>Vad regionen sedan visar</source>
        <translation>What the region then shows</translation>
    </message>
    <message>
        <source>Sida {n} av {total}</source>
        <translation>Page {n} of {total}</translation>
    </message>
    <message>
        <source>Börja</source>
        <translation>Begin</translation>
    </message>
    <message>
        <source>Öva med påhittade personer: F7.</source>
        <translation>Practise with fictitious persons: F7.</translation>
    </message>
    <message>
        <source>Välkommen till Listningsluckan</source>
        <translation>Welcome to Listningsluckan</translation>
    </message>
    <message>
        <source>Fyra korta sidor om hur luckan fungerar. Hjälp om varje sida finns alltid på F1.</source>
        <translation>Four short pages on how the desk works. Help about every page is always on F1.</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Ny invånare</source>
        <translation>New resident</translation>
    </message>
    <message>
        <source>Ärenden</source>
        <translation>Cases</translation>
    </message>
    <message>
        <source>Avbrott av</source>
        <translation>Fault off</translation>
    </message>
    <message>
        <source>Övning</source>
        <translation>Practice</translation>
    </message>
    <message>
        <source>Hjälp</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>Inställningar</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Logga ut {name}</source>
        <translation>Sign out {name}</translation>
    </message>
    <message>
        <source>Blankettbunt</source>
        <translation>Pile of forms</translation>
    </message>
</context>
<context>
    <name>HelpOver</name>
    <message>
        <source>Hjälp</source>
        <translation>Help</translation>
    </message>
</context>
<context>
    <name>HelpTopics</name>
    <message>
        <source>Hjälp</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>Hjälpsidor</source>
        <translation>Help pages</translation>
    </message>
    <message>
        <source>Sida</source>
        <translation>Page</translation>
    </message>
    <message>
        <source>&amp;Sök i hjälpen</source>
        <translation>&amp;Search the help</translation>
    </message>
    <message>
        <source>Hjälptext</source>
        <translation>Help text</translation>
    </message>
    <message>
        <source>Läs</source>
        <translation>Read</translation>
    </message>
    <message>
        <source>Tillbaka</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>{n} av {total} sidor</source>
        <translation>{n} of {total} pages</translation>
    </message>
</context>
<context>
    <name>LackingPage</name>
    <message>
        <source>Komplettera</source>
        <translation>Incomplete form</translation>
    </message>
    <message>
        <source>Blanketten sparas som ett ärende tills det som saknas har kommit. Inget skickas till regionen.</source>
        <translation>The form is kept as a case until what is missing has come. Nothing is sent to the region.</translation>
    </message>
    <message>
        <source>Vad saknas?</source>
        <translation>What is missing?</translation>
    </message>
    <message>
        <source>&amp;Egen rad i brevet</source>
        <translation>A line of your &amp;own in the letter</translation>
    </message>
    <message>
        <source>Får vara tomt.</source>
        <translation>May be left empty.</translation>
    </message>
    <message>
        <source>Gäller syskonen också: ett ärende och en underskrift för alla.</source>
        <translation>Holds for the siblings too: one case and one signature for all.</translation>
    </message>
    <message>
        <source>Spara och skriv ut brev</source>
        <translation>Keep and print a letter</translation>
    </message>
    <message>
        <source>Tillbaka</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Behåll blanketten och anteckna vad som saknas. Inget annat har ändrats.</source>
        <translation>Keep the form and note what is missing. Nothing else has changed.</translation>
    </message>
    <message>
        <source>Ärendet kunde inte sparas på den här datorn.</source>
        <translation>The case could not be saved on this computer.</translation>
    </message>
    <message>
        <source>Kryssa i vad som saknas.</source>
        <translation>Tick what is missing.</translation>
    </message>
</context>
<context>
    <name>LicencesDialog</name>
    <message>
        <source>Licenser</source>
        <translation>Licences</translation>
    </message>
    <message>
        <source>&amp;Visa</source>
        <translation>&amp;Show</translation>
    </message>
    <message>
        <source>Licenstext</source>
        <translation>Licence text</translation>
    </message>
    <message>
        <source>Stäng</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Delar från andra</source>
        <translation>Parts from others</translation>
    </message>
</context>
<context>
    <name>LockedPage</name>
    <message>
        <source>Låst</source>
        <translation>Locked</translation>
    </message>
    <message>
        <source>Det som var påbörjat är sparat som utkast och ligger under Ärenden.</source>
        <translation>What had been begun is saved as a draft and lies under Cases.</translation>
    </message>
    <message>
        <source>Det som var påbörjat är sparat och öppnas igen när du fortsätter.</source>
        <translation>What had been begun is saved and opens again when you go on.</translation>
    </message>
    <message>
        <source>Det som var påbörjat gick inte att spara på den här datorn.</source>
        <translation>What had been begun could not be saved on this computer.</translation>
    </message>
    <message>
        <source>Inga uppgifter om någon invånare finns kvar i fönstret.</source>
        <translation>Nothing about any resident is left in the window.</translation>
    </message>
    <message>
        <source>Fortsätt</source>
        <translation>Go on</translation>
    </message>
    <message>
        <source>Det som var påbörjat sparades inte, eftersom uppgifterna är skyddade. Inget har skickats.</source>
        <translation>What was begun was not saved, because the details are protected. Nothing has been sent.</translation>
    </message>
    <message>
        <source>Det som har godkänts i bunten går vidare. Resten av det inlästa läggs under Ärenden, utom där uppgifterna är skyddade: det sparas inte.</source>
        <translation>What has been approved in the pile goes on. The rest of what was scanned is put among the cases, except where the data are protected: that is not kept.</translation>
    </message>
    <message>
        <source>Luckan låstes för att ingen använde den.</source>
        <translation>The desk was locked because nobody used it.</translation>
    </message>
    <message>
        <source>Luckan är låst.</source>
        <translation>The desk is locked.</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>En registrering pågår. Vänta på regionens svar.</source>
        <translation>A registration is under way. Wait for the region&apos;s answer.</translation>
    </message>
    <message>
        <source>Luckan låses om {n} sekunder. Tryck på valfri tangent för att fortsätta.</source>
        <translation>The desk locks in {n} seconds. Press any key to go on.</translation>
    </message>
    <message>
        <source>Luckan låses så snart regionen har svarat.</source>
        <translation>The desk locks as soon as the region has answered.</translation>
    </message>
    <message>
        <source>Oklart sedan programmet avbröts: {numbers}. Kontrollera vad regionen visar.</source>
        <translation>Unclear since the program was interrupted: {numbers}. Check what the region shows.</translation>
    </message>
    <message>
        <source>Programmet avbröts mitt i en blankettbunt. Inlästa blanketter som inte har skickats ligger under Ärenden: {n} st.</source>
        <translation>The program was interrupted in the middle of a pile of forms. Scanned forms that have not been sent are among the cases: {n}.</translation>
    </message>
    <message>
        <source>Ärende {number}: {told}</source>
        <translation>Case {number}: {told}</translation>
    </message>
    <message>
        <source>Ett nummer är skannat och väntar. F2 lämnar det här och söker på det.</source>
        <translation>A scanned number is waiting. F2 leaves this and looks it up.</translation>
    </message>
    <message>
        <source>Det som var påbörjat sparades inte, eftersom uppgifterna är skyddade. Inget har skickats.</source>
        <translation>What was begun was not saved, because the details are protected. Nothing has been sent.</translation>
    </message>
    <message>
        <source>Läs regionens meddelande först, och tryck på ”Jag har läst”.</source>
        <translation>Read the region&apos;s message first, and press “I have read it”.</translation>
    </message>
    <message>
        <source>Databasen med vårdcentralens ärenden är tillbaka. Det går att registrera igen.</source>
        <translation>The database with the care centre&apos;s cases is back. You can register again.</translation>
    </message>
    <message>
        <source>Luckan låses om 1 sekund. Tryck på valfri tangent för att fortsätta.</source>
        <translation>The desk locks in 1 second. Press any key to go on.</translation>
    </message>
</context>
<context>
    <name>OutcomePage</name>
    <message>
        <source>Så gick det</source>
        <translation>How it went</translation>
    </message>
    <message>
        <source>Läser vad regionen visar …</source>
        <translation>Reading what the region shows …</translation>
    </message>
    <message>
        <source>Nästa invånare</source>
        <translation>Next resident</translation>
    </message>
    <message>
        <source>Kvitto</source>
        <translation>Receipt</translation>
    </message>
    <message>
        <source>Kontrollera igen</source>
        <translation>Check again</translation>
    </message>
    <message>
        <source>Till översikten</source>
        <translation>To the overview</translation>
    </message>
    <message>
        <source>Jag har läst</source>
        <translation>I have read it</translation>
    </message>
    <message>
        <source>Något är fel</source>
        <translation>Something is wrong</translation>
    </message>
    <message>
        <source>Läs regionens meddelande först.</source>
        <translation>Read the region&apos;s message first.</translation>
    </message>
    <message>
        <source>Samma begäran fick nyss det här svaret och har inte skickats igen.</source>
        <translation>The same request got this answer a moment ago and was not sent again.</translation>
    </message>
    <message>
        <source>Syskon: {name}. {outcome}</source>
        <translation>Sibling: {name}. {outcome}</translation>
    </message>
    <message>
        <source>Ärende {number}.</source>
        <translation>Case {number}.</translation>
    </message>
    <message>
        <source>Säg till invånaren</source>
        <translation>Say to the resident</translation>
    </message>
    <message>
        <source>Säg till den som väljer</source>
        <translation>Say to whoever chooses</translation>
    </message>
    <message>
        <source>Nästa steg</source>
        <translation>Next step</translation>
    </message>
    <message>
        <source>Regionens kontakt</source>
        <translation>The region&apos;s contact</translation>
    </message>
    <message>
        <source>Ärende</source>
        <translation>Case</translation>
    </message>
    <message>
        <source>Öppna invånaren</source>
        <translation>Open the resident</translation>
    </message>
    <message>
        <source>Tillbaka</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Nästa steg för syskonet</source>
        <translation>Next step for the sibling</translation>
    </message>
    <message>
        <source>Svaret gick inte att spara på den här datorn.</source>
        <translation>The answer could not be saved on this computer.</translation>
    </message>
    <message>
        <source>Regionens svar gäller ändå. Registrera inte igen. Ärende {numbers} står som Skickas, eller som Oklart efter en omstart, tills datorn kan spara igen: skriv upp numret och säg till IT-supporten att disken kan vara full.</source>
        <translation>The region&apos;s answer holds all the same. Do not register again. Case {numbers} stands as being sent, or as unclear after a restart, until the computer can save again: write down the number and tell IT support that the disk may be full.</translation>
    </message>
</context>
<context>
    <name>OverviewPage</name>
    <message>
        <source>Översikt</source>
        <translation>Overview</translation>
    </message>
    <message>
        <source>Uppgifterna är dolda. F9 visar dem igen.</source>
        <translation>The details are hidden. F9 shows them again.</translation>
    </message>
    <message>
        <source>Ingen region har frågats.</source>
        <translation>No region has been asked.</translation>
    </message>
    <message>
        <source>{state}: {deed}, {centre}</source>
        <translation>{state}: {deed}, {centre}</translation>
    </message>
    <message>
        <source>Skickad {when}, ärende {number}. Registrera inte samma sak igen.</source>
        <translation>Sent {when}, case {number}. Do not register the same again.</translation>
    </message>
    <message>
        <source>Visa ärendet</source>
        <translation>Show the case</translation>
    </message>
    <message>
        <source>Hemregion och mottagning är dolda</source>
        <translation>Home region and care centre are hidden</translation>
    </message>
    <message>
        <source>Visa dem bara när invånaren vill, och när ingen annan ser skärmen.</source>
        <translation>Show them only when the resident wants it and nobody else can see the screen.</translation>
    </message>
    <message>
        <source>Fråga {region} igen</source>
        <translation>Ask {region} again</translation>
    </message>
    <message>
        <source>Frågar {region} …</source>
        <translation>Asking {region} …</translation>
    </message>
    <message>
        <source>{region} läst kl. {time}</source>
        <translation>{region} read at {time}</translation>
    </message>
    <message>
        <source>Listad</source>
        <translation>Listed</translation>
    </message>
    <message>
        <source>Typ</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Sedan</source>
        <translation>Since</translation>
    </message>
    <message>
        <source>Till</source>
        <translation>Until</translation>
    </message>
    <message>
        <source>Byten kvar</source>
        <translation>Changes left</translation>
    </message>
    <message>
        <source>Inte vald av invånaren …</source>
        <translation>Not chosen by the resident …</translation>
    </message>
    <message>
        <source>Byt läkarkontakt</source>
        <translation>Change doctor</translation>
    </message>
    <message>
        <source>Välj läkarkontakt</source>
        <translation>Choose doctor</translation>
    </message>
    <message>
        <source>Byt mottagning</source>
        <translation>Change care centre</translation>
    </message>
    <message>
        <source>I kö</source>
        <translation>In the queue</translation>
    </message>
    <message>
        <source>Köplats</source>
        <translation>Queue place</translation>
    </message>
    <message>
        <source>Lämna kön …</source>
        <translation>Leave the queue …</translation>
    </message>
    <message>
        <source>ingen region</source>
        <translation>no region</translation>
    </message>
    <message>
        <source>Personregistret anger {region} som hemregion. En flytt syns här när Skatteverket har registrerat den. En listning i den gamla regionen kan finnas kvar tills en ny är gjord; regionen avgör.</source>
        <translation>The person register gives {region} as home region. A move shows here once the Swedish Tax Agency has registered it. A listing in the old region may remain until a new one is made; the region decides.</translation>
    </message>
    <message>
        <source>Om flytt</source>
        <translation>About moving</translation>
    </message>
    <message>
        <source>Kommande</source>
        <translation>To come</translation>
    </message>
    <message>
        <source>Från</source>
        <translation>From</translation>
    </message>
</context>
<context>
    <name>PaperPage</name>
    <message>
        <source>Kvitto</source>
        <translation>Receipt</translation>
    </message>
    <message>
        <source>Blankett att skriva under</source>
        <translation>Form to sign</translation>
    </message>
    <message>
        <source>Papperets språk</source>
        <translation>Language of the paper</translation>
    </message>
    <message>
        <source>S&amp;tor stil</source>
        <translation>&amp;Large print</translation>
    </message>
    <message>
        <source>Invånaren vill ha kvittot på &amp;papper eller som fil.</source>
        <translation>The resident wants the receipt on &amp;paper or as a file.</translation>
    </message>
    <message>
        <source>Skriv ut</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>Papperets text</source>
        <translation>Text of the paper</translation>
    </message>
    <message>
        <source>Spara som PDF</source>
        <translation>Save as PDF</translation>
    </message>
    <message>
        <source>Tillbaka</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Rättelse till regionen</source>
        <translation>Correction for the region</translation>
    </message>
    <message>
        <source>Filen kunde inte sparas.</source>
        <translation>The file could not be saved.</translation>
    </message>
    <message>
        <source>Välj en annan mapp, eller skriv ut i stället.</source>
        <translation>Choose another folder, or print instead.</translation>
    </message>
    <message>
        <source>Sparad.</source>
        <translation>Saved.</translation>
    </message>
    <message>
        <source>Blanketten går att skriva ut utan ärendekod. Inget annat har ändrats.</source>
        <translation>The form can be printed without a case code. Nothing else has changed.</translation>
    </message>
    <message>
        <source>Ärendet kunde inte sparas.</source>
        <translation>The case could not be saved.</translation>
    </message>
    <message>
        <source>Förhandsvisning, sida {number}</source>
        <translation>Preview, page {number}</translation>
    </message>
    <message>
        <source>Kontrollera skrivaren, eller spara som PDF i stället.</source>
        <translation>Check the printer, or save as PDF instead.</translation>
    </message>
    <message>
        <source>Det gick inte att skriva ut.</source>
        <translation>Printing did not work.</translation>
    </message>
    <message>
        <source>Skickat till skrivaren.</source>
        <translation>Sent to the printer.</translation>
    </message>
    <message>
        <source>kvitto.pdf</source>
        <translation>receipt.pdf</translation>
    </message>
    <message>
        <source>rattelse.pdf</source>
        <translation>correction.pdf</translation>
    </message>
    <message>
        <source>blankett.pdf</source>
        <translation>form.pdf</translation>
    </message>
    <message>
        <source>&amp;Enklare ord i samtycket</source>
        <translation>&amp;Easier words in the consent</translation>
    </message>
    <message>
        <source>ÖVNING – gäller inte</source>
        <translation>PRACTICE – not valid</translation>
    </message>
    <message>
        <source>TEST – gäller inte</source>
        <translation>TEST – not valid</translation>
    </message>
    <message>
        <source>Sammanställning av bunten</source>
        <translation>Summary of the pile</translation>
    </message>
    <message>
        <source>blankettbunt.pdf</source>
        <translation>pile-of-forms.pdf</translation>
    </message>
    <message>
        <source>Brev om det som saknas</source>
        <translation>Letter about what is missing</translation>
    </message>
    <message>
        <source>brev.pdf</source>
        <translation>letter.pdf</translation>
    </message>
    <message>
        <source>Invånaren vill ha blanketten på &amp;papper eller som fil.</source>
        <translation>The resident wants the form on &amp;paper or as a file.</translation>
    </message>
    <message>
        <source>Kryssa först i att invånaren vill ha papperet.</source>
        <translation>First tick that the resident wants the paper.</translation>
    </message>
</context>
<context>
    <name>ParkedDrafts</name>
    <message>
        <source>Parkerat ({n})</source>
        <translation>Parked ({n})</translation>
    </message>
    <message>
        <source>Alla bland ärendena</source>
        <translation>All among the cases</translation>
    </message>
</context>
<context>
    <name>PersonBand</name>
    <message>
        <source>Invånare</source>
        <translation>Resident</translation>
    </message>
    <message>
        <source>Dölj</source>
        <translation>Hide</translation>
    </message>
    <message>
        <source>Visa</source>
        <translation>Show</translation>
    </message>
    <message>
        <source>Hemregion: {region}</source>
        <translation>Home region: {region}</translation>
    </message>
    <message>
        <source>Hemregion saknas i personregistret</source>
        <translation>No home region in the person register</translation>
    </message>
    <message>
        <source>Skyddade personuppgifter</source>
        <translation>Protected personal data</translation>
    </message>
    <message>
        <source>Testperson</source>
        <translation>Test person</translation>
    </message>
    <message>
        <source>Nytt nummer</source>
        <translation>New number</translation>
    </message>
    <message>
        <source>Under 18 år</source>
        <translation>Under 18</translation>
    </message>
</context>
<context>
    <name>PilePage</name>
    <message>
        <source>Blankettbunt</source>
        <translation>Pile of forms</translation>
    </message>
    <message>
        <source>&amp;Personnummer</source>
        <translation>&amp;Personal number</translation>
    </message>
    <message>
        <source>Skanna eller skriv, sedan Enter.</source>
        <translation>Scan or type, then Enter.</translation>
    </message>
    <message>
        <source>&amp;Underskriftens datum</source>
        <translation>&amp;Date of the signature</translation>
    </message>
    <message>
        <source>Fyra siffror räcker: 1120. Samma datum står kvar.</source>
        <translation>Four digits will do: 1120. The same date stays.</translation>
    </message>
    <message>
        <source>Antal blanketter i &amp;bunten</source>
        <translation>Number of forms in the p&amp;ile</translation>
    </message>
    <message>
        <source>Nr</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>Invånare</source>
        <translation>Resident</translation>
    </message>
    <message>
        <source>Datum</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Läge</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Ärende</source>
        <translation>Case</translation>
    </message>
    <message>
        <source>Blanketterna</source>
        <translation>The forms</translation>
    </message>
    <message>
        <source>Börja</source>
        <translation>Begin</translation>
    </message>
    <message>
        <source>Stämmer – registrera</source>
        <translation>Agrees – register</translation>
    </message>
    <message>
        <source>Lägg åt sidan</source>
        <translation>Set aside</translation>
    </message>
    <message>
        <source>Fråga igen</source>
        <translation>Ask again</translation>
    </message>
    <message>
        <source>Avsluta och skriv ut</source>
        <translation>Finish and print</translation>
    </message>
    <message>
        <source>Tillbaka</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Nästa blankett</source>
        <translation>Next form</translation>
    </message>
    <message>
        <source>Redan inläst som nr {n}.</source>
        <translation>Already read as no. {n}.</translation>
    </message>
    <message>
        <source>Datumet har inte varit än.</source>
        <translation>The date has not been yet.</translation>
    </message>
    <message>
        <source>Skriv datumet med fyra siffror: månad och dag.</source>
        <translation>Write the date with four digits: month and day.</translation>
    </message>
    <message>
        <source>Inga blanketter än.</source>
        <translation>No forms yet.</translation>
    </message>
    <message>
        <source>Blanketter att läsa in igen: {n}. De sparades inte, eftersom uppgifterna är skyddade.</source>
        <translation>Forms to scan again: {n}. They were not kept, because the data are protected.</translation>
    </message>
    <message>
        <source>Inget har skickats. Lägg dem åt sidan med F4.</source>
        <translation>Nothing has been sent. Set them aside with F4.</translation>
    </message>
    <message>
        <source>Öppna ärendet</source>
        <translation>Open the case</translation>
    </message>
</context>
<context>
    <name>PileTermsCard</name>
    <message>
        <source>Gäller hela bunten</source>
        <translation>Holds for the whole pile</translation>
    </message>
    <message>
        <source>Det som skiljer sig läggs åt sidan som ärenden att komplettera.</source>
        <translation>What differs is set aside as cases to complete.</translation>
    </message>
    <message>
        <source>&amp;Mottagning</source>
        <translation>&amp;Care centre</translation>
    </message>
    <message>
        <source>Ej angiven</source>
        <translation>Not stated</translation>
    </message>
    <message>
        <source>Le&amp;gitimation</source>
        <translation>Pr&amp;oof of identity</translation>
    </message>
    <message>
        <source>Blankettens &amp;version</source>
        <translation>The form&apos;s &amp;version</translation>
    </message>
    <message>
        <source>Blanketterna kom &amp;in</source>
        <translation>The forms came &amp;in</translation>
    </message>
    <message>
        <source>Fyra siffror räcker: 1120.</source>
        <translation>Four digits will do: 1120.</translation>
    </message>
    <message>
        <source>På blanketten står samtycke till att regionerna delar uppgifter</source>
        <translation>The form has consent to the regions sharing data</translation>
    </message>
    <message>
        <source>På blanketten står vad som gäller för vårdgarantin</source>
        <translation>The form says what applies to the care guarantee</translation>
    </message>
    <message>
        <source>Skriv datumet med fyra siffror: månad och dag.</source>
        <translation>Write the date with four digits: month and day.</translation>
    </message>
</context>
<context>
    <name>ProfileDialog</name>
    <message>
        <source>Profilen från region-IT går inte att använda.</source>
        <translation>The profile from region IT cannot be used.</translation>
    </message>
    <message>
        <source>Ingen region frågas, och inget kan registreras härifrån.</source>
        <translation>No region is asked, and nothing can be registered from here.</translation>
    </message>
    <message>
        <source>Kontakta IT-supporten, som rättar profilen. Under tiden går det att öva.</source>
        <translation>Contact IT support, who will correct the profile. You can practise meanwhile.</translation>
    </message>
    <message>
        <source>Det här är fel i profilen</source>
        <translation>What is wrong in the profile</translation>
    </message>
    <message>
        <source>Läs profilen igen</source>
        <translation>Read the profile again</translation>
    </message>
    <message>
        <source>Öva</source>
        <translation>Practise</translation>
    </message>
    <message>
        <source>Kopiera felen</source>
        <translation>Copy the faults</translation>
    </message>
    <message>
        <source>Stäng</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Felen är kopierade. Klistra in dem i ärendet till IT-supporten.</source>
        <translation>The faults are copied. Paste them into the case to IT support.</translation>
    </message>
</context>
<context>
    <name>ResendingPage</name>
    <message>
        <source>Skicka igen?</source>
        <translation>Send again?</translation>
    </message>
    <message>
        <source>Läser vad personregistret och regionerna visar …</source>
        <translation>Reading what the person register and the regions show …</translation>
    </message>
    <message>
        <source>Skicka igen</source>
        <translation>Send again</translation>
    </message>
    <message>
        <source>Läs igen</source>
        <translation>Read again</translation>
    </message>
    <message>
        <source>Öppna invånaren</source>
        <translation>Open the resident</translation>
    </message>
    <message>
        <source>Tillbaka</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Ärende {number}</source>
        <translation>Case {number}</translation>
    </message>
    <message>
        <source>Åtgärd</source>
        <translation>Action</translation>
    </message>
    <message>
        <source>Mottagning</source>
        <translation>Care centre</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Skickades</source>
        <translation>Sent</translation>
    </message>
    <message>
        <source>Registreringen pågår. Vänta på svaret.</source>
        <translation>The registration is under way. Wait for the answer.</translation>
    </message>
    <message>
        <source>{region} har inte registrerat det här.</source>
        <translation>{region} has not registered this.</translation>
    </message>
    <message>
        <source>Invånaren ska fortfarande vilja det. Ctrl+Enter skickar samma begäran en gång till.</source>
        <translation>The resident must still want it. Ctrl+Enter sends the same request once more.</translation>
    </message>
</context>
<context>
    <name>RevealKey</name>
    <message>
        <source>Visa hemregion och mottagning</source>
        <translation>Show home region and care centre</translation>
    </message>
</context>
<context>
    <name>RevealReason</name>
    <message>
        <source>Varför visas uppgifterna?</source>
        <translation>Why are the details shown?</translation>
    </message>
    <message>
        <source>Skälet sparas med visningen.</source>
        <translation>The reason is saved with the showing.</translation>
    </message>
    <message>
        <source>Invånaren vill se sin listning</source>
        <translation>The resident wants to see their listing</translation>
    </message>
    <message>
        <source>Det behövs för att registrera</source>
        <translation>It is needed in order to register</translation>
    </message>
    <message>
        <source>Det behövs för att rätta en listning</source>
        <translation>It is needed to correct a listing</translation>
    </message>
    <message>
        <source>Visa inte</source>
        <translation>Do not show</translation>
    </message>
</context>
<context>
    <name>Rooms</name>
    <message>
        <source>Ärenden ({n})</source>
        <translation>Cases ({n})</translation>
    </message>
    <message>
        <source>Ärenden</source>
        <translation>Cases</translation>
    </message>
    <message>
        <source>AVBROTT PÅ: {fault}.</source>
        <translation>FAULT ON: {fault}.</translation>
    </message>
</context>
<context>
    <name>SearchAnswers</name>
    <message>
        <source>Frågar regionerna …</source>
        <translation>Asking the regions …</translation>
    </message>
    <message>
        <source>Frågar personregistret …</source>
        <translation>Asking the person register …</translation>
    </message>
    <message>
        <source>Här går det bara att söka på personnummer eller samordningsnummer.</source>
        <translation>Here you can only search by personal or coordination number.</translation>
    </message>
    <message>
        <source>Ärendekoden stämmer inte. Jämför med blanketten.</source>
        <translation>The case code is wrong. Compare with the form.</translation>
    </message>
    <message>
        <source>Det finns inget ärende med den koden på den här datorn.</source>
        <translation>There is no case with that code on this computer.</translation>
    </message>
    <message>
        <source>Försök igen</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Personregistret har ingen person med det numret.</source>
        <translation>The person register has nobody with that number.</translation>
    </message>
    <message>
        <source>Jämför med legitimationen och sök igen.</source>
        <translation>Compare with the proof of identity and search again.</translation>
    </message>
    <message>
        <source>Ingen region som svarade har en mottagning med det HSA-id:t.</source>
        <translation>No region that answered has a care centre with that HSA-id.</translation>
    </message>
    <message>
        <source>Jämför HSA-id:t, eller sök på mottagningens namn.</source>
        <translation>Compare the HSA-id, or search by the name of the care centre.</translation>
    </message>
    <message>
        <source>{regions} svarade inte. {advice}</source>
        <translation>{regions} did not answer. {advice}</translation>
    </message>
    <message>
        <source>Födelsedatumet finns inte. Skriv år, eller år, månad och dag.</source>
        <translation>That birth date does not exist. Write the year, or year, month and day.</translation>
    </message>
    <message>
        <source>Varför söker du på namn?</source>
        <translation>Why are you searching by name?</translation>
    </message>
    <message>
        <source>Skälet sparas med din sökning.</source>
        <translation>The reason is kept with your search.</translation>
    </message>
    <message>
        <source>Invånaren är här utan legitimation</source>
        <translation>The resident is here without an ID</translation>
    </message>
    <message>
        <source>Invånaren ringer</source>
        <translation>The resident is calling</translation>
    </message>
    <message>
        <source>Blankett utan läsbart personnummer</source>
        <translation>A form without a readable personal number</translation>
    </message>
    <message>
        <source>Ingen träff.</source>
        <translation>No match.</translation>
    </message>
    <message>
        <source>Fråga efter personnumret, eller sök på ett annat namn. Personer med skyddade uppgifter visas aldrig vid namnsökning.</source>
        <translation>Ask for the personal number, or search for another name. People with protected data never appear in a name search.</translation>
    </message>
    <message>
        <source>Träffar</source>
        <translation>Matches</translation>
    </message>
    <message>
        <source>Namn</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Född</source>
        <translation>Born</translation>
    </message>
    <message>
        <source>Hemregion</source>
        <translation>Home region</translation>
    </message>
    <message>
        <source>Anmärkning</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Träffar: {count}</source>
        <translation>Matches: {count}</translation>
    </message>
    <message>
        <source>Påhittade personer att öva med</source>
        <translation>Fictitious persons to practise with</translation>
    </message>
    <message>
        <source>Övningar, och alla {count} personer</source>
        <translation>Exercises, and all {count} persons</translation>
    </message>
    <message>
        <source>Skriv namnet med bara bokstäver och bindestreck. Har det ett annat tecken, skriv det som står före: O för O’Brien.</source>
        <translation>Write the name with letters and hyphens only. If it has another sign, write what stands before it: O for O’Brien.</translation>
    </message>
</context>
<context>
    <name>SearchPage</name>
    <message>
        <source>Sök invånare</source>
        <translation>Find resident</translation>
    </message>
    <message>
        <source>ÅÅÅÅMMDD-NNNN</source>
        <translation>YYYYMMDD-NNNN</translation>
    </message>
    <message>
        <source>Frågar personregistret …</source>
        <translation>Asking the person register …</translation>
    </message>
    <message>
        <source>Sök</source>
        <translation>Find</translation>
    </message>
    <message>
        <source>Någon annan ringer</source>
        <translation>Somebody else calls</translation>
    </message>
    <message>
        <source>&amp;Personnummer, eller namn och födelseår</source>
        <translation>&amp;Personal number, or name and birth year</translation>
    </message>
    <message>
        <source>&amp;Personnummer eller samordningsnummer</source>
        <translation>&amp;Personal or coordination number</translation>
    </message>
    <message>
        <source>Personnummer, namn med födelseår, en mottagning, &gt; för kommandon eller ? för hjälp.</source>
        <translation>A personal number, a name with a birth year, a care centre, &gt; for commands or ? for help.</translation>
    </message>
    <message>
        <source>Personnummer, en mottagning, &gt; för kommandon eller ? för hjälp.</source>
        <translation>A personal number, a care centre, &gt; for commands or ? for help.</translation>
    </message>
    <message>
        <source>Öppna</source>
        <translation>Open</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Inställningar</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Tillbaka</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Valet gäller tills programmet stängs. Kontakta IT-supporten om det ska sparas.</source>
        <translation>The choice holds until the program is closed. Contact IT support to have it kept.</translation>
    </message>
    <message>
        <source>Inställningarna kunde inte sparas.</source>
        <translation>The settings could not be saved.</translation>
    </message>
    <message>
        <source>Följ systemet</source>
        <translation>Follow the system</translation>
    </message>
    <message>
        <source>Ljust</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>Mörkt</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>Hög kontrast</source>
        <translation>High contrast</translation>
    </message>
    <message>
        <source>Utseende</source>
        <translation>Looks</translation>
    </message>
    <message>
        <source>Språk</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>Färger</source>
        <translation>Colours</translation>
    </message>
    <message>
        <source>{n} %</source>
        <translation>{n} %</translation>
    </message>
    <message>
        <source>Textstorlek</source>
        <translation>Text size</translation>
    </message>
    <message>
        <source>Gäller dig på den här datorn. Textstorleken ändras också med Ctrl och + − 0.</source>
        <translation>Yours alone, on this computer. The text size also changes with Ctrl and + − 0.</translation>
    </message>
    <message>
        <source>Kolumner i en lista ändras med Shift+F10, eller genom att dra i kanten. Dubbelklick ger tillbaka den vanliga bredden.</source>
        <translation>Columns in a list are changed with Shift+F10, or by dragging the edge. A double click gives the usual width back.</translation>
    </message>
    <message>
        <source>Övning, med påhittade personer</source>
        <translation>Practice, with invented persons</translation>
    </message>
    <message>
        <source>Test (kvalitetssäkring)</source>
        <translation>Test (quality assurance)</translation>
    </message>
    <message>
        <source>Skarp drift</source>
        <translation>Production</translation>
    </message>
    <message>
        <source>Miljö</source>
        <translation>Environment</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Mottagningar</source>
        <translation>Care centres</translation>
    </message>
    <message>
        <source>Anslutna regioner</source>
        <translation>Connected regions</translation>
    </message>
    <message>
        <source>Regionens kontakt</source>
        <translation>The region&apos;s contact</translation>
    </message>
    <message>
        <source>Anges inte</source>
        <translation>Not stated</translation>
    </message>
    <message>
        <source>Ställs in av regionens IT.</source>
        <translation>Set by the region&apos;s IT.</translation>
    </message>
    <message>
        <source>Programmet</source>
        <translation>The program</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Licens</source>
        <translation>Licence</translation>
    </message>
    <message>
        <source>Typsnitt</source>
        <translation>Typeface</translation>
    </message>
    <message>
        <source>Ikoner</source>
        <translation>Icons</translation>
    </message>
    <message>
        <source>Byggt med</source>
        <translation>Built with</translation>
    </message>
    <message>
        <source>Anslutningskontroll</source>
        <translation>Connection check</translation>
    </message>
    <message>
        <source>Certifikat</source>
        <translation>Certificate</translation>
    </message>
    <message>
        <source>Åtkomstlogg</source>
        <translation>Access log</translation>
    </message>
    <message>
        <source>Luckan</source>
        <translation>The desk</translation>
    </message>
    <message>
        <source>Läses när luckan har öppnat.</source>
        <translation>Read when the desk has opened.</translation>
    </message>
    <message>
        <source>Läs licenserna</source>
        <translation>Read the licences</translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>Listningsluckan – övning</source>
        <translation>Listningsluckan – practice</translation>
    </message>
    <message>
        <source>Listningsluckan – test</source>
        <translation>Listningsluckan – test</translation>
    </message>
    <message>
        <source>ÖVNING – påhittade personer. Inget når någon region.</source>
        <translation>PRACTICE – fictitious persons. Nothing reaches any region.</translation>
    </message>
    <message>
        <source>TEST – kvalitetssäkringsmiljö. Inget gäller på riktigt.</source>
        <translation>TEST – quality assurance environment. Nothing counts for real.</translation>
    </message>
</context>
<context>
    <name>Siblings</name>
    <message>
        <source>&amp;Syskon som listas samtidigt</source>
        <translation>&amp;Siblings listed at the same time</translation>
    </message>
    <message>
        <source>Personnummer och Enter, ett barn i taget.</source>
        <translation>Personal number and Enter, one child at a time.</translation>
    </message>
    <message>
        <source>Ta bort</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Slås upp …</source>
        <translation>Looking up …</translation>
    </message>
    <message>
        <source>Personregistret har ingen person med det numret.</source>
        <translation>The person register has nobody with that number.</translation>
    </message>
    <message>
        <source>Har skickats. Se Ärenden.</source>
        <translation>Has been sent. See Cases.</translation>
    </message>
    <message>
        <source>Det här barnet lämnas utanför; de andra registreras.</source>
        <translation>This child is left out; the others are registered.</translation>
    </message>
</context>
<context>
    <name>SignInPage</name>
    <message>
        <source>Logga in</source>
        <translation>Sign in</translation>
    </message>
    <message>
        <source>&amp;Tjänstekort eller användarnamn</source>
        <translation>&amp;Staff card or user name</translation>
    </message>
    <message>
        <source>Läs av kortet, eller skriv.</source>
        <translation>Scan the card, or type.</translation>
    </message>
    <message>
        <source>&amp;PIN-kod</source>
        <translation>&amp;PIN</translation>
    </message>
    <message>
        <source>Kontrollerar …</source>
        <translation>Checking …</translation>
    </message>
    <message>
        <source>Försök igen</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Frågar vilken roll kontot har …</source>
        <translation>Asking which role the account has …</translation>
    </message>
    <message>
        <source>Kortet eller användarnamnet finns inte här.</source>
        <translation>The card or user name is not known here.</translation>
    </message>
    <message>
        <source>PIN-koden stämmer inte.</source>
        <translation>The PIN is wrong.</translation>
    </message>
    <message>
        <source>Någon annan som loggar in börjar från början.</source>
        <translation>Anybody else who signs in starts from the beginning.</translation>
    </message>
    <message>
        <source>Nästa försök går att göra klockan {time}.</source>
        <translation>The next try can be made at {time}.</translation>
    </message>
    <message>
        <source>Du har ingen roll i Listningsluckan här.</source>
        <translation>You have no role in Listningsluckan here.</translation>
    </message>
    <message>
        <source>Kontot {account} har ingen roll i Listningsluckan.</source>
        <translation>The account {account} has no role in Listningsluckan.</translation>
    </message>
    <message>
        <source>Be den som sköter behörigheter om en roll. Inget har ändrats.</source>
        <translation>Ask whoever grants access for a role. Nothing has changed.</translation>
    </message>
    <message>
        <source>Det går inte att läsa vem som har behörighet.</source>
        <translation>It cannot be read who has access.</translation>
    </message>
    <message>
        <source>Kontakta IT-supporten: personalförteckningen saknas eller är skadad. Inget har ändrats.</source>
        <translation>Contact IT support: the staff directory is missing or damaged. Nothing has changed.</translation>
    </message>
    <message>
        <source>{name} är borta från luckan.</source>
        <translation>{name} is away from the desk.</translation>
    </message>
    <message>
        <source>För många felaktiga försök vid den här luckan.</source>
        <translation>Too many wrong tries at this desk.</translation>
    </message>
</context>
<context>
    <name>TopForm</name>
    <message>
        <source>Skanna nästa blankett.</source>
        <translation>Scan the next form.</translation>
    </message>
    <message>
        <source>Slår upp …</source>
        <translation>Looking up …</translation>
    </message>
    <message>
        <source>Uppgifterna visas inte här. Lägg åt sidan med F4.</source>
        <translation>The details are not shown here. Set aside with F4.</translation>
    </message>
</context>
<context>
    <name>TrainingPage</name>
    <message>
        <source>Övning</source>
        <translation>Practice</translation>
    </message>
    <message>
        <source>Gör övningarna i ordning, eller välj fritt.</source>
        <translation>Do the exercises in order, or choose freely.</translation>
    </message>
    <message>
        <source>Ö&amp;vningar</source>
        <translation>&amp;Exercises</translation>
    </message>
    <message>
        <source>&amp;Avbrott och klocka</source>
        <translation>&amp;Faults and clock</translation>
    </message>
    <message>
        <source>&amp;Personer</source>
        <translation>&amp;Persons</translation>
    </message>
    <message>
        <source>&amp;Mottagningar</source>
        <translation>&amp;Care centres</translation>
    </message>
    <message>
        <source>Visa</source>
        <translation>Show</translation>
    </message>
    <message>
        <source>&amp;Sök i listan</source>
        <translation>&amp;Search the list</translation>
    </message>
    <message>
        <source>Läser in övningen …</source>
        <translation>Reading the practice region …</translation>
    </message>
    <message>
        <source>Tillbaka</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Återställ övningen</source>
        <translation>Reset the practice region</translation>
    </message>
    <message>
        <source>Försök igen</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Behåll</source>
        <translation>Keep</translation>
    </message>
    <message>
        <source>Ja, återställ</source>
        <translation>Yes, reset</translation>
    </message>
    <message>
        <source>Vill du börja om från första dagen?</source>
        <translation>Begin again from the first day?</translation>
    </message>
    <message>
        <source>Alla registreringar i övningen försvinner, klockan går tillbaka och avbrottet upphör.</source>
        <translation>All registrations in the practice region go, its clock goes back and any fault ends.</translation>
    </message>
    <message>
        <source>{count} av {total} personer</source>
        <translation>{count} of {total} persons</translation>
    </message>
    <message>
        <source>{count} av {total} mottagningar</source>
        <translation>{count} of {total} care centres</translation>
    </message>
    <message>
        <source>Avbrott på</source>
        <translation>Fault on</translation>
    </message>
    <message>
        <source>Mottagning: {place}, {region}</source>
        <translation>Care centre: {place}, {region}</translation>
    </message>
    <message>
        <source>Avsluta avbrottet</source>
        <translation>End the fault</translation>
    </message>
    <message>
        <source>Slå på avbrottet</source>
        <translation>Turn the fault on</translation>
    </message>
    <message>
        <source>Flytta klockan {step}</source>
        <translation>Move the clock {step}</translation>
    </message>
    <message>
        <source>Öva på avbrott</source>
        <translation>Practise faults</translation>
    </message>
    <message>
        <source>Ett avbrott i taget. Det är på tills du avslutar det, här eller med F8.</source>
        <translation>One fault at a time. It stays on until you end it, here or with F8.</translation>
    </message>
    <message>
        <source>Avsluta: {drill}</source>
        <translation>End: {drill}</translation>
    </message>
    <message>
        <source>Regionens klocka</source>
        <translation>The region&apos;s clock</translation>
    </message>
    <message>
        <source>Nu i övningen</source>
        <translation>Now in practice</translation>
    </message>
    <message>
        <source>Kön rör sig och det som dröjer händer. Klockan går tillbaka när du återställer.</source>
        <translation>Queues move, and what takes time happens. Resetting turns the clock back.</translation>
    </message>
    <message>
        <source>{count} dagar</source>
        <translation>{count} days</translation>
    </message>
    <message>
        <source>{count} minuter</source>
        <translation>{count} minutes</translation>
    </message>
</context>
<context>
    <name>WishCard</name>
    <message>
        <source>&amp;Önskemål till mottagningen</source>
        <translation>&amp;Wish to the care centre</translation>
    </message>
    <message>
        <source>Till exempel en läkare som är full. Skickas inte till regionen, för tjänsten har ingen plats för det: det sparas i ärendet och trycks på kvittot.</source>
        <translation>For instance a doctor who is full. It isn&apos;t sent to the region, since the service has no place for it: it is kept in the case and printed on the receipt.</translation>
    </message>
    <message>
        <source>Sparat i ärendet.</source>
        <translation>Kept in the case.</translation>
    </message>
    <message>
        <source>Önskemålet kunde inte sparas.</source>
        <translation>The wish could not be saved.</translation>
    </message>
</context>
<context>
    <name>approvals</name>
    <message>
        <source>{who} har godkänt listningen på {centre}.</source>
        <translation>{who} has approved the listing at {centre}.</translation>
    </message>
    <message>
        <source>{who} har godkänt listning eller köplats på {centre}.</source>
        <translation>{who} has approved a listing or a queue place at {centre}.</translation>
    </message>
    <message>
        <source>{who} har godkänt att lämna kön till {centre}.</source>
        <translation>{who} has approved leaving the queue for {centre}.</translation>
    </message>
    <message>
        <source>{who} har godkänt valet av {doctor} på {centre}.</source>
        <translation>{who} has approved the choice of {doctor} at {centre}.</translation>
    </message>
    <message>
        <source>Du väljer {centre}. Det kan räknas som ett byte. Stämmer det?</source>
        <translation>You are choosing {centre}. It may count as a change. Is that right?</translation>
    </message>
    <message>
        <source>Du väljer {centre}. Finns det plats listas du direkt, annars ställs du i kö. Det kan räknas som ett byte. Stämmer det?</source>
        <translation>You are choosing {centre}. If there is room you will be listed at once, otherwise you will join the queue. It may count as a change. Is that right?</translation>
    </message>
    <message>
        <source>Du lämnar kön till {centre}. Stämmer det?</source>
        <translation>You are leaving the queue for {centre}. Is that right?</translation>
    </message>
    <message>
        <source>Du väljer {doctor} på {centre}. Stämmer det?</source>
        <translation>You are choosing {doctor} at {centre}. Is that right?</translation>
    </message>
    <message>
        <source>{who} har visat körkort.</source>
        <translation>{who} has shown a driving licence.</translation>
    </message>
    <message>
        <source>{who} har visat id-kort.</source>
        <translation>{who} has shown an identity card.</translation>
    </message>
    <message>
        <source>{who} har visat pass.</source>
        <translation>{who} has shown a passport.</translation>
    </message>
    <message>
        <source>{who} har visat e-legitimation.</source>
        <translation>{who} has shown electronic identification.</translation>
    </message>
    <message>
        <source>{who} är känd här.</source>
        <translation>{who} is known here.</translation>
    </message>
    <message>
        <source>{who} har svarat på kontrollfrågor.</source>
        <translation>{who} has answered security questions.</translation>
    </message>
    <message>
        <source>{who} har visat på annat sätt vem det är.</source>
        <translation>{who} has shown in another way who they are.</translation>
    </message>
    <message>
        <source>Godkännande</source>
        <translation>Approval</translation>
    </message>
    <message>
        <source>Det gäller också {names}.</source>
        <translation>This also covers {names}.</translation>
    </message>
    <message>
        <source>Jag godkänner valet ovan.</source>
        <translation>I approve the choice above.</translation>
    </message>
    <message>
        <source>Blanketten är underskriven: {what}</source>
        <translation>The form is signed: {what}</translation>
    </message>
    <message>
        <source>Vårdnadshavaren</source>
        <translation>The guardian</translation>
    </message>
    <message>
        <source>Företrädaren</source>
        <translation>The representative</translation>
    </message>
    <message>
        <source>Invånaren</source>
        <translation>The resident</translation>
    </message>
</context>
<context>
    <name>calls</name>
    <message>
        <source>Jag kan skicka en blankett. Den som väljer mottagning skriver under den, och lämnar eller skickar den till {centre}.</source>
        <translation>I can send a form. Whoever chooses a care centre signs it, and hands it in or sends it to {centre}.</translation>
    </message>
    <message>
        <source>Jag kan inte säga om någon är listad här, eller på en annan mottagning.</source>
        <translation>I cannot say whether anybody is listed here, or at another care centre.</translation>
    </message>
    <message>
        <source>Den som väljer kan också ringa hit själv.</source>
        <translation>Whoever chooses can also call here themselves.</translation>
    </message>
    <message>
        <source>Det går också att välja mottagning på 1177.se.</source>
        <translation>A care centre can also be chosen at 1177.se.</translation>
    </message>
    <message>
        <source>Den som har fyllt {age} år väljer själv. För yngre barn väljer vårdnadshavaren.</source>
        <translation>From the age of {age} one chooses for oneself. For younger children the guardian chooses.</translation>
    </message>
    <message>
        <source>En god man eller annan företrädare kan välja, med en handling som visar rätten att välja.</source>
        <translation>A trustee or other representative can choose, with a document that shows the right to choose.</translation>
    </message>
    <message>
        <source>En god man eller annan företrädare skriver under blanketten.</source>
        <translation>A trustee or other representative signs the form.</translation>
    </message>
    <message>
        <source>Att vara anhörig räcker inte för att välja åt en vuxen.</source>
        <translation>Being a relative is not enough to choose for an adult.</translation>
    </message>
</context>
<context>
    <name>cases</name>
    <message>
        <source>Utkast</source>
        <translation>Draft</translation>
    </message>
    <message>
        <source>Komplettera</source>
        <translation>To be completed</translation>
    </message>
    <message>
        <source>Väntar på underskrift</source>
        <translation>Waiting for a signature</translation>
    </message>
    <message>
        <source>Skickas</source>
        <translation>Being sent</translation>
    </message>
    <message>
        <source>Oklart – kontrollera</source>
        <translation>Unclear – check</translation>
    </message>
    <message>
        <source>Bekräftad</source>
        <translation>Confirmed</translation>
    </message>
    <message>
        <source>Mottagen, visas ännu inte</source>
        <translation>Received, not shown yet</translation>
    </message>
    <message>
        <source>Regionen sa nej</source>
        <translation>The region said no</translation>
    </message>
    <message>
        <source>Rättelse</source>
        <translation>Correction</translation>
    </message>
    <message>
        <source>Avslutad</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>Inte skickad</source>
        <translation>Not sent</translation>
    </message>
    <message>
        <source>Regionen svarade OK, kan inte kontrolleras härifrån</source>
        <translation>The region answered OK, cannot be checked from here</translation>
    </message>
    <message>
        <source>Regionen svarade OK, ännu inte kontrollerad</source>
        <translation>The region answered OK, not checked yet</translation>
    </message>
    <message>
        <source>Regionen svarade OK, kontrolleras</source>
        <translation>The region answered OK, being verified</translation>
    </message>
    <message>
        <source>Regionen visar något annat</source>
        <translation>The region shows something else</translation>
    </message>
    <message>
        <source>Listning</source>
        <translation>Listing</translation>
    </message>
    <message>
        <source>Listning eller kö</source>
        <translation>Listing or queue</translation>
    </message>
    <message>
        <source>Lämna kö</source>
        <translation>Leave queue</translation>
    </message>
    <message>
        <source>Val av läkare</source>
        <translation>Choice of doctor</translation>
    </message>
    <message>
        <source>”Jag har inte valt den här”</source>
        <translation>“I have not chosen this one”</translation>
    </message>
    <message>
        <source>Fel person blev registrerad</source>
        <translation>The wrong person was registered</translation>
    </message>
    <message>
        <source>Vill tillbaka till den förra mottagningen</source>
        <translation>Wants back to the former care centre</translation>
    </message>
    <message>
        <source>I kö, plats {n}</source>
        <translation>In queue, place {n}</translation>
    </message>
    <message>
        <source>I kö</source>
        <translation>In the queue</translation>
    </message>
    <message>
        <source>Skyddade uppgifter</source>
        <translation>Protected data</translation>
    </message>
    <message>
        <source>Inget valt än</source>
        <translation>Nothing chosen yet</translation>
    </message>
    <message>
        <source>{who} har det öppet på {place} sedan {since}</source>
        <translation>{who} has had it open on {place} since {since}</translation>
    </message>
    <message>
        <source>{who} har det öppet sedan {since}</source>
        <translation>{who} has had it open since {since}</translation>
    </message>
    <message>
        <source>Öppet på {place} sedan {since}</source>
        <translation>Open on {place} since {since}</translation>
    </message>
    <message>
        <source>Öppet vid en annan lucka sedan {since}</source>
        <translation>Open at another desk since {since}</translation>
    </message>
</context>
<context>
    <name>centres</name>
    <message>
        <source>Boka tid</source>
        <translation>Book an appointment</translation>
    </message>
    <message>
        <source>Förnya recept</source>
        <translation>Renew a prescription</translation>
    </message>
    <message>
        <source>Ställ en fråga</source>
        <translation>Ask a question</translation>
    </message>
    <message>
        <source>Ingen köinformation. Mottagningen kan vara full ändå.</source>
        <translation>No queue information. The care centre may be full all the same.</translation>
    </message>
    <message>
        <source>Ja</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>Nej</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Anges inte</source>
        <translation>Not stated</translation>
    </message>
    <message>
        <source>Hämtat {day} kl. {time}</source>
        <translation>Fetched {day} at {time}</translation>
    </message>
    <message>
        <source>{fetched}. Listan kan vara inaktuell.</source>
        <translation>{fetched}. The list may be out of date.</translation>
    </message>
</context>
<context>
    <name>certificate</name>
    <message>
        <source>Inget certifikat är installerat på den här datorn.</source>
        <translation>No certificate is installed on this computer.</translation>
    </message>
    <message>
        <source>Filen med certifikatet går inte att läsa.</source>
        <translation>The certificate&apos;s file cannot be read.</translation>
    </message>
    <message>
        <source>Lösenordet till certifikatet går inte att hämta.</source>
        <translation>The certificate&apos;s passphrase cannot be fetched.</translation>
    </message>
    <message>
        <source>Filen är inget certifikat: den är varken PKCS#12 eller PEM.</source>
        <translation>The file is no certificate: it is neither PKCS#12 nor PEM.</translation>
    </message>
    <message>
        <source>Lösenordet öppnar inte certifikatet.</source>
        <translation>The passphrase does not open the certificate.</translation>
    </message>
    <message>
        <source>Certifikatet saknar sin privata nyckel.</source>
        <translation>The certificate lacks its private key.</translation>
    </message>
    <message>
        <source>Certifikatets privata nyckel är inte krypterad.</source>
        <translation>The certificate&apos;s private key is not encrypted.</translation>
    </message>
    <message>
        <source>Den privata nyckeln hör till ett annat certifikat.</source>
        <translation>The private key belongs to another certificate.</translation>
    </message>
    <message>
        <source>Certifikatet är av fel slag: det gäller inte för den som ansluter.</source>
        <translation>The certificate is of the wrong kind: it does not hold for the one who connects.</translation>
    </message>
    <message>
        <source>Certifikatet gick ut {date}.</source>
        <translation>The certificate expired on {date}.</translation>
    </message>
    <message>
        <source>Certifikatet börjar gälla först {date}.</source>
        <translation>The certificate is not valid until {date}.</translation>
    </message>
    <message>
        <source>Certifikatet saknar serienummer med HSA-id, så plattformen kan avvisa det.</source>
        <translation>The certificate has no serial number with an HSA-id, so the platform may refuse it.</translation>
    </message>
    <message>
        <source>En fil med betrodda utfärdare går inte att läsa.</source>
        <translation>A file with trusted authorities cannot be read.</translation>
    </message>
    <message>
        <source>Filen med spärrlistor går inte att läsa.</source>
        <translation>The file with revocation lists cannot be read.</translation>
    </message>
    <message>
        <source>Certifikatet går ut inom ett dygn.</source>
        <translation>The certificate expires within a day.</translation>
    </message>
    <message>
        <source>Certifikatet går ut om en dag, {date}.</source>
        <translation>The certificate expires in one day, on {date}.</translation>
    </message>
    <message>
        <source>Certifikatet går ut om {days} dagar, {date}.</source>
        <translation>The certificate expires in {days} days, on {date}.</translation>
    </message>
    <message>
        <source>Ägare: {owner}</source>
        <translation>Owner: {owner}</translation>
    </message>
    <message>
        <source>Utfärdare: {issuer}</source>
        <translation>Issuer: {issuer}</translation>
    </message>
    <message>
        <source>Gäller från {begins} till {ends}</source>
        <translation>Valid from {begins} to {ends}</translation>
    </message>
    <message>
        <source>Det går inte att skriva i {folder}. Kör som administratör.</source>
        <translation>{folder} cannot be written to. Run as administrator.</translation>
    </message>
    <message>
        <source>Certifikatet är installerat på datorn.</source>
        <translation>The certificate is installed on this computer.</translation>
    </message>
</context>
<context>
    <name>connection</name>
    <message>
        <source>Namnuppslag</source>
        <translation>Name resolution</translation>
    </message>
    <message>
        <source>Säker anslutning</source>
        <translation>Secure connection</translation>
    </message>
    <message>
        <source>Vårt certifikat</source>
        <translation>Our certificate</translation>
    </message>
    <message>
        <source>Datorns klocka</source>
        <translation>The computer&apos;s clock</translation>
    </message>
    <message>
        <source>Tjänst</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>Registrering</source>
        <translation>Registration</translation>
    </message>
    <message>
        <source>Fungerar</source>
        <translation>Works</translation>
    </message>
    <message>
        <source>Se över</source>
        <translation>Look into</translation>
    </message>
    <message>
        <source>Fungerar inte</source>
        <translation>Does not work</translation>
    </message>
    <message>
        <source>Ej provad</source>
        <translation>Not tried</translation>
    </message>
    <message>
        <source>Något som den bygger på fungerar inte.</source>
        <translation>Something that it rests on does not work.</translation>
    </message>
    <message>
        <source>Profilen anger ingen testperson för regionen.</source>
        <translation>The profile names no test person for the region.</translation>
    </message>
    <message>
        <source>Personregistret kunde inte svara om profilens testperson.</source>
        <translation>The person register could not answer about the profile&apos;s test person.</translation>
    </message>
    <message>
        <source>Testpersonen hör hemma i en annan region, och bara hemregionen får den frågan.</source>
        <translation>The test person is at home in another region, and only the home region is asked this.</translation>
    </message>
    <message>
        <source>Profilen har ingen överenskommelse om detta.</source>
        <translation>The profile has no agreement about this.</translation>
    </message>
    <message>
        <source>I produktion registreras aldrig något på prov.</source>
        <translation>In production nothing is ever registered as a trial.</translation>
    </message>
    <message>
        <source>Provas bara när någon ber om det.</source>
        <translation>Tried only when somebody asks for it.</translation>
    </message>
    <message>
        <source>Det finns ingen mottagning att prova med.</source>
        <translation>There is no care centre to try with.</translation>
    </message>
    <message>
        <source>Profilen anger inget certifikat. Regionens gateway har det.</source>
        <translation>The profile names no certificate. The region&apos;s gateway has it.</translation>
    </message>
    <message>
        <source>Personregistret märker inte personen som testperson, så inget registreras.</source>
        <translation>The person register does not mark the person as a test person, so nothing is registered.</translation>
    </message>
    <message>
        <source>Vår egen kontroll fann ett hinder, så inget skickades.</source>
        <translation>Our own check found something in the way, so nothing was sent.</translation>
    </message>
    <message>
        <source>Profilen anger inte hur personregistret ska frågas om namn.</source>
        <translation>The profile does not tell how to search the person register by name.</translation>
    </message>
    <message>
        <source>Testpersonen har inget namn att söka på, eller har skyddade personuppgifter.</source>
        <translation>The test person has no name to search for, or has protected personal data.</translation>
    </message>
    <message>
        <source>Profilen anger ingen mottagning med kö att prova med.</source>
        <translation>The profile names no care centre with a queue to try with.</translation>
    </message>
    <message>
        <source>Mottagningen anger ingen kö just nu, så testpersonen hade kunnat bli listad.</source>
        <translation>The care centre states no queue right now, so the test person might have been listed.</translation>
    </message>
    <message>
        <source>Testpersonen står inte i kö där.</source>
        <translation>The test person is in no queue there.</translation>
    </message>
    <message>
        <source>Mottagningen har ingen annan läkare att välja.</source>
        <translation>The care centre has no other doctor to choose.</translation>
    </message>
    <message>
        <source>Kontrollen avbröts innan detta provades.</source>
        <translation>The check was stopped before this was tried.</translation>
    </message>
    <message>
        <source>Certifikatet går ut inom 60 dagar. IT beställer ett nytt.</source>
        <translation>The certificate expires within 60 days. IT orders a new one.</translation>
    </message>
    <message>
        <source>Certifikatet saknar serienummer med HSA-id. Plattformen kan avvisa det. IT beställer ett nytt.</source>
        <translation>The certificate has no serial number with an HSA-id. The platform may refuse it. IT orders a new one.</translation>
    </message>
    <message>
        <source>Datorns klocka går mer än en minut fel. IT ställer in tidssynkronisering.</source>
        <translation>The computer&apos;s clock is more than a minute wrong. IT sets up time synchronisation.</translation>
    </message>
    <message>
        <source>Servern anger ingen tid, så klockan gick inte att jämföra.</source>
        <translation>The server states no time, so the clock could not be compared.</translation>
    </message>
    <message>
        <source>Regionen erbjuder inte den här valfria tjänsten.</source>
        <translation>The region does not offer this optional service.</translation>
    </message>
    <message>
        <source>Regionen avslog registreringen. Se svarskoden.</source>
        <translation>The region refused the registration. See the answer&apos;s code.</translation>
    </message>
    <message>
        <source>Regionen tog emot registreringen men visar den inte än.</source>
        <translation>The region took the registration but does not show it yet.</translation>
    </message>
    <message>
        <source>Testpersonen skulle ställas i kö, men regionen listade direkt.</source>
        <translation>The test person was to join the queue, but the region listed them at once.</translation>
    </message>
    <message>
        <source>Registret svarade men hittade inte testpersonen. Jämför sökorden i profilen med registrets.</source>
        <translation>The register answered but did not find the test person. Compare the search words in the profile with the register&apos;s.</translation>
    </message>
    <message>
        <source>{contract}, lista</source>
        <translation>{contract}, list</translation>
    </message>
    <message>
        <source>{contract}, välja läkare</source>
        <translation>{contract}, choose a doctor</translation>
    </message>
    <message>
        <source>{contract}, ställa i kö</source>
        <translation>{contract}, join a queue</translation>
    </message>
    <message>
        <source>{contract}, lämna kön</source>
        <translation>{contract}, leave the queue</translation>
    </message>
    <message>
        <source>Inget finns kvar hos regionen efteråt.</source>
        <translation>Nothing is left at the region afterwards.</translation>
    </message>
    <message>
        <source>Testpersonen är listad på mottagningen efteråt.</source>
        <translation>The test person is listed at the care centre afterwards.</translation>
    </message>
    <message>
        <source>Testpersonen har läkaren kvar efteråt.</source>
        <translation>The test person keeps the doctor afterwards.</translation>
    </message>
    <message>
        <source>Testpersonen står i mottagningens kö efteråt.</source>
        <translation>The test person is in the care centre&apos;s queue afterwards.</translation>
    </message>
    <message>
        <source>Det är oklart vad som finns kvar. Se efter hos regionen innan ni provar igen.</source>
        <translation>It is unclear what is left. Look at the region before you try again.</translation>
    </message>
    <message>
        <source>IT-supporten för datorn och nätet kan åtgärda det.</source>
        <translation>IT support for the computer and the network can mend it.</translation>
    </message>
    <message>
        <source>Den som förvaltar certifikat och profil kan åtgärda det.</source>
        <translation>Whoever looks after certificate and profile can mend it.</translation>
    </message>
    <message>
        <source>Tjänsteplattformens förvaltning kan åtgärda det. Uppge referensen.</source>
        <translation>The service platform&apos;s administration can mend it. Give the reference.</translation>
    </message>
    <message>
        <source>Regionens förvaltning kan åtgärda det. Uppge referensen.</source>
        <translation>The region&apos;s administration can mend it. Give the reference.</translation>
    </message>
    <message>
        <source>Er förvaltare beställer anslutning eller behörighet.</source>
        <translation>Your administrator orders connection or authorisation.</translation>
    </message>
    <message>
        <source>Programmets leverantör kan åtgärda det. Bifoga den tekniska rapporten.</source>
        <translation>The program&apos;s supplier can mend it. Enclose the technical report.</translation>
    </message>
    <message>
        <source>IT-supporten kontrollerar brandvägg och proxy, sedan tjänsteplattformens förvaltning.</source>
        <translation>IT support checks firewall and proxy, then the service platform&apos;s administration.</translation>
    </message>
    <message>
        <source>adresser {value}</source>
        <translation>addresses {value}</translation>
    </message>
    <message>
        <source>protokoll {value}</source>
        <translation>protocol {value}</translation>
    </message>
    <message>
        <source>krypto {value}</source>
        <translation>cipher {value}</translation>
    </message>
    <message>
        <source>servern är {value}</source>
        <translation>the server is {value}</translation>
    </message>
    <message>
        <source>ägare {value}</source>
        <translation>owner {value}</translation>
    </message>
    <message>
        <source>utfärdat av {value}</source>
        <translation>issued by {value}</translation>
    </message>
    <message>
        <source>giltigt till {value}</source>
        <translation>valid until {value}</translation>
    </message>
    <message>
        <source>skiljer {value} sekunder från servern</source>
        <translation>differs by {value} seconds from the server</translation>
    </message>
    <message>
        <source>antal i svaret {value}</source>
        <translation>number in the answer {value}</translation>
    </message>
    <message>
        <source>svarskod {value}</source>
        <translation>answer&apos;s code {value}</translation>
    </message>
    <message>
        <source>aktör {value}</source>
        <translation>actor {value}</translation>
    </message>
    <message>
        <source>mottagning {value}</source>
        <translation>care centre {value}</translation>
    </message>
    <message>
        <source>Personregistret</source>
        <translation>The person register</translation>
    </message>
    <message>
        <source>Den här datorn</source>
        <translation>This computer</translation>
    </message>
    <message>
        <source>{ms} ms</source>
        <translation>{ms} ms</translation>
    </message>
</context>
<context>
    <name>connection_report</name>
    <message>
        <source>Anslutningskontroll</source>
        <translation>Connection check</translation>
    </message>
    <message>
        <source>Utförd</source>
        <translation>Carried out</translation>
    </message>
    <message>
        <source>Miljö</source>
        <translation>Environment</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Program</translation>
    </message>
    <message>
        <source>Profil</source>
        <translation>Profile</translation>
    </message>
    <message>
        <source>Resultat</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>Underlag för självdeklaration och test från början till slut. Rapporten innehåller inga personuppgifter.</source>
        <translation>Basis for the self-declaration and the end-to-end test. The report contains no personal data.</translation>
    </message>
    <message>
        <source>Anslutningen</source>
        <translation>The connection</translation>
    </message>
</context>
<context>
    <name>consents</name>
    <message>
        <source>Samtycke till att regionerna delar uppgifter</source>
        <translation>Consent to the regions sharing information</translation>
    </message>
    <message>
        <source>{regions} behöver dela ditt personnummer, länskoderna och eventuellt listningstyp med varandra – inte vilken mottagning du väljer. Samtycker du till det?</source>
        <translation>{regions} need to share your personal identity number, the county codes and possibly the type of listing with each other – not which care centre you choose. Do you consent to that?</translation>
    </message>
    <message>
        <source>Invånaren godkänner villkoren från {region}.</source>
        <translation>The resident accepts the terms of {region}.</translation>
    </message>
    <message>
        <source>Villkor från {region}</source>
        <translation>Terms of {region}</translation>
    </message>
    <message>
        <source>Invånaren samtycker till att {regions} delar uppgifter om listningen.</source>
        <translation>The resident consents to {regions} sharing information about the listing.</translation>
    </message>
    <message>
        <source>Jag samtycker till att {regions} delar personnummer, länskoder och eventuellt listningstyp med varandra – inte vilken mottagning valet gäller.</source>
        <translation>I consent to {regions} sharing the personal identity number, the county codes and possibly the type of listing with each other – not which care centre is chosen.</translation>
    </message>
    <message>
        <source>Listar du dig i {new} gäller inte vårdgarantins tider för kontakt och bedömning i primärvården. Fråga {home} om specialistvård.</source>
        <translation>If you list in {new}, the care guarantee&apos;s time limits for contact and assessment in primary care do not apply. Ask {home} about specialist care.</translation>
    </message>
    <message>
        <source>din hemregion</source>
        <translation>your home region</translation>
    </message>
    <message>
        <source>Utkast. Ska godkännas av regionens jurist.</source>
        <translation>Draft. To be approved by the region&apos;s lawyer.</translation>
    </message>
    <message>
        <source>Du väljer en mottagning. Då behöver {regions} berätta några saker för varandra: ditt personnummer, vilka län det gäller och kanske vilken sorts listning. De berättar inte vilken mottagning du väljer. Säger du ja till det?</source>
        <translation>You are choosing a care centre. Then {regions} need to tell each other a few things: your personal number, which counties it is about and perhaps the kind of listing. They do not tell which care centre you choose. Do you say yes to that?</translation>
    </message>
    <message>
        <source>Vårdgarantin säger hur länge du som längst ska vänta på vård. Den gäller inte på mottagningen om du listar dig i {new}. Behöver du en specialist? Fråga {home}.</source>
        <translation>The care guarantee says how long at most you are to wait for care. It does not apply at the care centre if you list in {new}. Do you need a specialist? Ask {home}.</translation>
    </message>
    <message>
        <source>Jag har fått veta att vårdgarantins tider för kontakt och bedömning i primärvården inte gäller vid listning i {new}. Frågor om specialistvård: {home}.</source>
        <translation>I have been told that the care guarantee&apos;s time limits for contact and assessment in primary care do not apply when listed in {new}. Questions about specialist care: {home}.</translation>
    </message>
    <message>
        <source>Information om vårdgarantin</source>
        <translation>Information about the care guarantee</translation>
    </message>
    <message>
        <source>Invånaren har fått informationen om vårdgarantin.</source>
        <translation>The resident has been given the information about the care guarantee.</translation>
    </message>
    <message>
        <source>Jag säger ja till att {regions} berättar några saker för varandra: personnumret, vilka län det gäller och kanske vilken sorts listning. De berättar inte vilken mottagning jag väljer.</source>
        <translation>I say yes to {regions} telling each other a few things: the personal number, which counties it is about and perhaps what kind of listing. They do not tell which care centre I choose.</translation>
    </message>
    <message>
        <source>Vårdgarantin säger hur länge man som längst ska vänta på vård. Jag vet att den inte gäller på mottagningen om jag listar mig i {new}. Behöver jag en specialist frågar jag {home}.</source>
        <translation>The care guarantee says how long one may have to wait for care. I know that it does not hold at the care centre if I list in {new}. If I need a specialist I ask {home}.</translation>
    </message>
</context>
<context>
    <name>correction</name>
    <message>
        <source>Rättelse av listning</source>
        <translation>Correction of a listing</translation>
    </message>
    <message>
        <source>Till: {contact}</source>
        <translation>To: {contact}</translation>
    </message>
    <message>
        <source>Ärende {n}</source>
        <translation>Case {n}</translation>
    </message>
    <message>
        <source>Invånare</source>
        <translation>Resident</translation>
    </message>
    <message>
        <source>Det gäller</source>
        <translation>It concerns</translation>
    </message>
    <message>
        <source>Fel</source>
        <translation>What is wrong</translation>
    </message>
    <message>
        <source>Invånaren säger</source>
        <translation>The resident says</translation>
    </message>
    <message>
        <source>{region} visar</source>
        <translation>{region} shows</translation>
    </message>
    <message>
        <source>Våra egna ärenden</source>
        <translation>Our own cases</translation>
    </message>
    <message>
        <source>Upprättad av</source>
        <translation>Written by</translation>
    </message>
    <message>
        <source>Inget har skickats eller ändrats. Regionen avgör vad som rättas.</source>
        <translation>Nothing has been sent or changed. The region decides what is put right.</translation>
    </message>
</context>
<context>
    <name>evidence</name>
    <message>
        <source>Körkort</source>
        <translation>Driving licence</translation>
    </message>
    <message>
        <source>Id-kort</source>
        <translation>Identity card</translation>
    </message>
    <message>
        <source>Pass</source>
        <translation>Passport</translation>
    </message>
    <message>
        <source>E-legitimation</source>
        <translation>Electronic identification</translation>
    </message>
    <message>
        <source>Känd</source>
        <translation>Known</translation>
    </message>
    <message>
        <source>Kontrollfrågor</source>
        <translation>Control questions</translation>
    </message>
    <message>
        <source>Annat</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>Legitimation: ej angiven.</source>
        <translation>Identification: not stated.</translation>
    </message>
    <message>
        <source>Legitimation: {way}, kontrollerad av {who}.</source>
        <translation>Identification: {way}, checked by {who}.</translation>
    </message>
    <message>
        <source>Legitimation: {way}.</source>
        <translation>Identification: {way}.</translation>
    </message>
    <message>
        <source>Skyddade personuppgifter.</source>
        <translation>Protected personal data.</translation>
    </message>
    <message>
        <source>Kom in {date}.</source>
        <translation>Came in {date}.</translation>
    </message>
    <message>
        <source>Version {version}.</source>
        <translation>Version {version}.</translation>
    </message>
    <message>
        <source>Finns på {centre}.</source>
        <translation>Kept at {centre}.</translation>
    </message>
    <message>
        <source>Språk: {language}.</source>
        <translation>Language: {language}.</translation>
    </message>
    <message>
        <source>Med tolk.</source>
        <translation>With an interpreter.</translation>
    </message>
    <message>
        <source>Vårdnadshavare: uppgiven, legitimerad.</source>
        <translation>Guardian: stated, identified.</translation>
    </message>
    <message>
        <source>Vårdnadshavare: uppgiven.</source>
        <translation>Guardian: stated.</translation>
    </message>
    <message>
        <source>Slås upp i personregistret …</source>
        <translation>Looking up in the person register …</translation>
    </message>
    <message>
        <source>Utskriven här {date}.</source>
        <translation>Printed here {date}.</translation>
    </message>
    <message>
        <source>Vårdnadshavare enligt personregistret.</source>
        <translation>Guardian according to the person register.</translation>
    </message>
    <message>
        <source>Vårdnadshavare enligt personregistret, legitimerad.</source>
        <translation>Guardian according to the person register, identified.</translation>
    </message>
    <message>
        <source>Personregistret anger inte vem som är vårdnadshavare.</source>
        <translation>The person register does not say who is the guardian.</translation>
    </message>
</context>
<context>
    <name>form</name>
    <message>
        <source>Val av mottagning</source>
        <translation>Choice of care centre</translation>
    </message>
    <message>
        <source>Förberedd {date}</source>
        <translation>Prepared {date}</translation>
    </message>
    <message>
        <source>Ärendekod</source>
        <translation>Case code</translation>
    </message>
    <message>
        <source>Personnummer</source>
        <translation>Personal identity number</translation>
    </message>
    <message>
        <source>Samordningsnummer</source>
        <translation>Coordination number</translation>
    </message>
    <message>
        <source>Telefon dagtid</source>
        <translation>Daytime telephone</translation>
    </message>
    <message>
        <source>Namn</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Den som väljer mottagning</source>
        <translation>The person who chooses</translation>
    </message>
    <message>
        <source>Mottagning</source>
        <translation>Care centre</translation>
    </message>
    <message>
        <source>Listningstyp</source>
        <translation>Type of listing</translation>
    </message>
    <message>
        <source>Kö enligt regionen</source>
        <translation>Queue</translation>
    </message>
    <message>
        <source>Ställ i kö om mottagningen är full.</source>
        <translation>Join the queue if the care centre is full.</translation>
    </message>
    <message>
        <source>Valet</source>
        <translation>The choice</translation>
    </message>
    <message>
        <source>Samtycke och godkännande</source>
        <translation>Consent and approval</translation>
    </message>
    <message>
        <source>Bara för den som är folkbokförd i en annan region än {region}:</source>
        <translation>Only for those registered in another region than {region}:</translation>
    </message>
    <message>
        <source>Namnteckning</source>
        <translation>Sign here</translation>
    </message>
    <message>
        <source>Ort och datum</source>
        <translation>Place and date</translation>
    </message>
    <message>
        <source>Underskrift</source>
        <translation>Signature</translation>
    </message>
    <message>
        <source>Vårdnadshavare {n}, namn</source>
        <translation>Guardian {n}, name</translation>
    </message>
    <message>
        <source>Finns två vårdnadshavare skriver båda under.</source>
        <translation>If there are two guardians, both sign.</translation>
    </message>
    <message>
        <source>Den unga skriver under själv, där regionen låter unga välja själva:</source>
        <translation>The young person signs too, where the region lets young people choose for themselves:</translation>
    </message>
    <message>
        <source>Vårdnadshavarnas underskrifter</source>
        <translation>The guardians&apos; signatures</translation>
    </message>
    <message>
        <source>Annan företrädare, namn</source>
        <translation>Another representative, name</translation>
    </message>
    <message>
        <source>Handling som ger rätten att välja</source>
        <translation>Document that gives the right to choose</translation>
    </message>
    <message>
        <source>Körkort</source>
        <translation>Driving licence</translation>
    </message>
    <message>
        <source>Id-kort</source>
        <translation>ID card</translation>
    </message>
    <message>
        <source>Pass</source>
        <translation>Passport</translation>
    </message>
    <message>
        <source>Känd</source>
        <translation>Known</translation>
    </message>
    <message>
        <source>Annat</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>Fylls i av mottagningen</source>
        <translation>For the care centre to fill in</translation>
    </message>
    <message>
        <source>Legitimation</source>
        <translation>Proof of identity</translation>
    </message>
    <message>
        <source>Mottagen, datum</source>
        <translation>Received, date</translation>
    </message>
    <message>
        <source>Registrerad, datum</source>
        <translation>Registered, date</translation>
    </message>
    <message>
        <source>Signatur</source>
        <translation>Initials</translation>
    </message>
    <message>
        <source>Lämna eller skicka blanketten till {place}.</source>
        <translation>Hand in or send the form to {place}.</translation>
    </message>
    <message>
        <source>Frågor? {contact}.</source>
        <translation>Questions? {contact}.</translation>
    </message>
    <message>
        <source>Blankettens version: {version}.</source>
        <translation>Version of the form: {version}.</translation>
    </message>
    <message>
        <source>Ärendekoden innehåller inga personuppgifter.</source>
        <translation>The case code holds no personal data.</translation>
    </message>
    <message>
        <source>Den som valet gäller</source>
        <translation>Whom the choice is about</translation>
    </message>
    <message>
        <source>Vårdnadshavarens telefon dagtid</source>
        <translation>The guardian&apos;s telephone in the daytime</translation>
    </message>
    <message>
        <source>{contact}, om någon önskas</source>
        <translation>{contact}, if any is wanted</translation>
    </message>
</context>
<context>
    <name>hindrances</name>
    <message>
        <source>Kontots nyckelring är låst. Lås upp den och starta Listningsluckan igen.</source>
        <translation>The account&apos;s keyring is locked. Unlock it and start Listningsluckan again.</translation>
    </message>
    <message>
        <source>Kontot har ingen nyckelring. IT-supporten kan slå på den; starta sedan Listningsluckan igen.</source>
        <translation>The account has no keyring. IT support can turn it on; then start Listningsluckan again.</translation>
    </message>
    <message>
        <source>Kontots nyckelring fungerar inte. Starta om datorn. Hjälper det inte, kontakta IT-supporten.</source>
        <translation>The account&apos;s keyring does not work. Restart the computer. If that does not help, contact IT support.</translation>
    </message>
    <message>
        <source>Kontots nyckel till ärendena är skadad. IT-supporten kan ge kontot en ny.</source>
        <translation>The account&apos;s key to the cases is damaged. IT support can give the account a new one.</translation>
    </message>
    <message>
        <source>Kontot har ingen nyckel till arbetsplatsens ärenden. IT-supporten ger det en med: listningsluckan journal key enrol</source>
        <translation>The account has no key to the workplace&apos;s cases. IT support gives it one with: listningsluckan journal key enrol</translation>
    </message>
    <message>
        <source>Disken är full. Frigör utrymme och starta Listningsluckan igen, eller kontakta IT-supporten.</source>
        <translation>The disk is full. Free some space and start Listningsluckan again, or contact IT support.</translation>
    </message>
    <message>
        <source>Mappen för ärenden går inte att skriva i. Kontakta IT-supporten: kontot behöver skrivrätt där.</source>
        <translation>The folder for cases cannot be written to. Contact IT support: the account needs write access there.</translation>
    </message>
    <message>
        <source>Ett annat program håller ärendena låsta. Vänta en stund och starta Listningsluckan igen.</source>
        <translation>Another program holds the cases locked. Wait a moment and start Listningsluckan again.</translation>
    </message>
    <message>
        <source>Ärendena är skrivna av en nyare version. Kontakta IT-supporten: den här datorn behöver uppdateras.</source>
        <translation>The cases were written by a newer version. Contact IT support: this computer needs updating.</translation>
    </message>
    <message>
        <source>Nyckeln till ärendena går inte att läsa. Kontakta IT-supporten; inget har skrivits över.</source>
        <translation>The key to the cases cannot be read. Contact IT support; nothing has been overwritten.</translation>
    </message>
    <message>
        <source>Disken går inte att läsa eller skriva. Kontakta IT-supporten; inget har ändrats.</source>
        <translation>The disk cannot be read or written. Contact IT support; nothing has changed.</translation>
    </message>
    <message>
        <source>Databasen med vårdcentralens ärenden svarar inte. Varar det, kontakta IT-supporten.</source>
        <translation>The database with the care centre&apos;s cases does not answer. If that lasts, contact IT support.</translation>
    </message>
    <message>
        <source>Databasen med vårdcentralens ärenden svarar för långsamt. Varar det, kontakta IT-supporten.</source>
        <translation>The database with the care centre&apos;s cases answers too slowly. If that lasts, contact IT support.</translation>
    </message>
    <message>
        <source>Databasen med vårdcentralens ärenden går bara att läsa just nu. Varar det, kontakta IT-supporten.</source>
        <translation>The database with the care centre&apos;s cases can only be read just now. If that lasts, contact IT support.</translation>
    </message>
    <message>
        <source>Databasen med vårdcentralens ärenden är full. Kontakta IT-supporten.</source>
        <translation>The database with the care centre&apos;s cases is full. Contact IT support.</translation>
    </message>
    <message>
        <source>Databasen med vårdcentralens ärenden släpper inte in den här datorn. Kontakta IT-supporten, som för in den med: listningsluckan journal desk enrol</source>
        <translation>The database with the care centre&apos;s cases does not let this computer in. Contact IT support, who enrols it with: listningsluckan journal desk enrol</translation>
    </message>
    <message>
        <source>Databasen med vårdcentralens ärenden visar fel certifikat, och inget har skickats dit. Kontakta IT-supporten.</source>
        <translation>The database with the care centre&apos;s cases shows the wrong certificate, and nothing has been sent there. Contact IT support.</translation>
    </message>
    <message>
        <source>Databasen med vårdcentralens ärenden är äldre än den här versionen. Kontakta IT-supporten, som för upp den med: listningsluckan journal migrate</source>
        <translation>The database with the care centre&apos;s cases is older than this version. Contact IT support, who brings it up with: listningsluckan journal migrate</translation>
    </message>
    <message>
        <source>Det som påbörjas sparas på den här datorn så länge, och lämnas över när databasen är tillbaka.</source>
        <translation>What is begun is kept on this computer for the time being, and handed over when the database is back.</translation>
    </message>
    <message>
        <source>Starta Listningsluckan igen när felet är borta.</source>
        <translation>Start Listningsluckan again when the fault is gone.</translation>
    </message>
</context>
<context>
    <name>intents</name>
    <message>
        <source>Lista eller ställ i kö</source>
        <translation>List or join the queue</translation>
    </message>
    <message>
        <source>Lämna kön</source>
        <translation>Leave the queue</translation>
    </message>
    <message>
        <source>Registrera listning</source>
        <translation>Register listing</translation>
    </message>
    <message>
        <source>Listning</source>
        <translation>Listing</translation>
    </message>
    <message>
        <source>Listning eller köplats</source>
        <translation>Listing or queue place</translation>
    </message>
    <message>
        <source>Köplatsen lämnas, listningen är oförändrad</source>
        <translation>The queue place is given up, the listing is unchanged</translation>
    </message>
    <message>
        <source>Val av {contact}, listningen är oförändrad</source>
        <translation>Choice of {contact}, the listing is unchanged</translation>
    </message>
    <message>
        <source>Byte av mottagning</source>
        <translation>Change of care centre</translation>
    </message>
    <message>
        <source>Listning: {centre}</source>
        <translation>Listing: {centre}</translation>
    </message>
    <message>
        <source>Listning eller kö: {centre}</source>
        <translation>Listing or queue: {centre}</translation>
    </message>
    <message>
        <source>Lämnar kön: {centre}</source>
        <translation>Leaving the queue: {centre}</translation>
    </message>
    <message>
        <source>{contact}: {doctor}</source>
        <translation>{contact}: {doctor}</translation>
    </message>
    <message>
        <source>Byte: {centre}</source>
        <translation>Change: {centre}</translation>
    </message>
    <message>
        <source>{centre} – listning om det finns plats, annars kö</source>
        <translation>{centre} – listing if there is room, otherwise the queue</translation>
    </message>
    <message>
        <source>Registrera {contact}</source>
        <translation>Register {contact}</translation>
    </message>
    <message>
        <source>Begär listning</source>
        <translation>Request listing</translation>
    </message>
    <message>
        <source>Registrera byte</source>
        <translation>Register change</translation>
    </message>
    <message>
        <source>Listning på mottagningen</source>
        <translation>Listing at the care centre</translation>
    </message>
    <message>
        <source>Listning på mottagningen, eller plats i kö om den är full. Blir det plats sker flytten direkt.</source>
        <translation>Listing at the care centre, or a place in its queue if it is full. The move is made as soon as there is room.</translation>
    </message>
    <message>
        <source>Lämna kön till mottagningen</source>
        <translation>Leave the queue for the care centre</translation>
    </message>
    <message>
        <source>Val av fast läkarkontakt på mottagningen</source>
        <translation>Choice of regular doctor at the care centre</translation>
    </message>
</context>
<context>
    <name>keys</name>
    <message>
        <source>Hjälp om sidan</source>
        <translation>Help about the page</translation>
    </message>
    <message>
        <source>Ny invånare; söker på det som är skannat</source>
        <translation>New resident; looks up what has been scanned</translation>
    </message>
    <message>
        <source>Ny invånare</source>
        <translation>New resident</translation>
    </message>
    <message>
        <source>Hämta, kontrollera eller försök igen</source>
        <translation>Read, check or try again</translation>
    </message>
    <message>
        <source>Övning</source>
        <translation>Practice</translation>
    </message>
    <message>
        <source>Avsluta övningens avbrott</source>
        <translation>End the practice fault</translation>
    </message>
    <message>
        <source>Dölj eller visa namn och nummer</source>
        <translation>Hide or show name and number</translation>
    </message>
    <message>
        <source>Välj en annan mottagning</source>
        <translation>Choose another care centre</translation>
    </message>
    <message>
        <source>Välj läkarkontakt</source>
        <translation>Choose a doctor</translation>
    </message>
    <message>
        <source>Lista eller ställ i kö</source>
        <translation>List or join the queue</translation>
    </message>
    <message>
        <source>Den andra vårdnadshavaren väljer</source>
        <translation>The other guardian chooses</translation>
    </message>
    <message>
        <source>Parkera: telefonen ringer</source>
        <translation>Park: the phone rings</translation>
    </message>
    <message>
        <source>Ärenden</source>
        <translation>Cases</translation>
    </message>
    <message>
        <source>Blankettbunt</source>
        <translation>Pile of forms</translation>
    </message>
    <message>
        <source>Inställningar</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Kommandon, och hjälp att söka i</source>
        <translation>Commands, and help to search</translation>
    </message>
    <message>
        <source>Lås skärmen</source>
        <translation>Lock the screen</translation>
    </message>
    <message>
        <source>Logga ut</source>
        <translation>Sign out</translation>
    </message>
    <message>
        <source>Större text</source>
        <translation>Larger text</translation>
    </message>
    <message>
        <source>Mindre text</source>
        <translation>Smaller text</translation>
    </message>
    <message>
        <source>Vanlig textstorlek</source>
        <translation>Ordinary text size</translation>
    </message>
    <message>
        <source>Tillbaka</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Tangenten står också på knappen. Tabb går till nästa, Page Down rullar sidan, och Alt med en bokstav går till fältet där bokstaven är understruken.</source>
        <translation>The key also stands on its button. Tab goes to the next, Page Down scrolls the page, and Alt with a letter goes to the field where that letter is underlined.</translation>
    </message>
    <message>
        <source>Tangent</source>
        <translation>Key</translation>
    </message>
    <message>
        <source>Gör</source>
        <translation>Does</translation>
    </message>
    <message>
        <source>Tangenter</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>I en blankettbunt: lägg åt sidan</source>
        <translation>In a pile of forms: set aside</translation>
    </message>
    <message>
        <source>Skicka ett oklart ärende igen</source>
        <translation>Send an unclear case again</translation>
    </message>
    <message>
        <source>Komplettera: blanketten saknar något</source>
        <translation>Incomplete: the form lacks something</translation>
    </message>
    <message>
        <source>Mottagningens sida; från ett ärende till invånaren; i en blankettbunt: ärendet</source>
        <translation>The care centre&apos;s page; from a case to the resident; in a pile of forms: the case</translation>
    </message>
    <message>
        <source>Efter en åldersgräns: välj en annan typ av listning</source>
        <translation>After an age limit: choose another type of listing</translation>
    </message>
    <message>
        <source>Sök, öppna eller läs det som är markerat</source>
        <translation>Search, open or read what is marked</translation>
    </message>
    <message>
        <source>Visa det som är skyddat; på söksidan: någon annan ringer, och samtalet är slut</source>
        <translation>Show what is protected; on the search page: somebody else calls, and the call has ended</translation>
    </message>
    <message>
        <source>Lista här; på en rättelse: lista tillbaka</source>
        <translation>List here; on a correction: list back again</translation>
    </message>
    <message>
        <source>Registrera, eller spara och skriv ut; i en blankettbunt: börja, och blanketten stämmer</source>
        <translation>Register, or save and print; in a pile of forms: begin, and the form agrees</translation>
    </message>
    <message>
        <source>Skriv ut blankett, kvitto, sammanställning eller loggutdrag</source>
        <translation>Print a form, receipt, summary or extract of the log</translation>
    </message>
    <message>
        <source>Spara papperet som PDF, eller rapporten som fil</source>
        <translation>Save the paper as a PDF, or the report as a file</translation>
    </message>
    <message>
        <source>I en lista: ändra kolumnernas bredd</source>
        <translation>In a list: change the widths of its columns</translation>
    </message>
</context>
<context>
    <name>lacking</name>
    <message>
        <source>Skriv datum vid underskriften.</source>
        <translation>Write the date beside the signature.</translation>
    </message>
    <message>
        <source>Skriv under blanketten.</source>
        <translation>Sign the form.</translation>
    </message>
    <message>
        <source>Den andra vårdnadshavaren behöver också skriva under.</source>
        <translation>The other guardian needs to sign as well.</translation>
    </message>
    <message>
        <source>Använd regionens nuvarande blankett, som ligger med.</source>
        <translation>Use the region&apos;s present form, which is enclosed.</translation>
    </message>
    <message>
        <source>Skriv vårdnadshavarens namn och personnummer.</source>
        <translation>Write the guardian&apos;s name and personal number.</translation>
    </message>
    <message>
        <source>Kryssa i om regionerna får dela dina uppgifter.</source>
        <translation>Tick whether the regions may share your data.</translation>
    </message>
    <message>
        <source>Kryssa i att du har läst vad som gäller för vårdgarantin.</source>
        <translation>Tick that you have read what applies to the care guarantee.</translation>
    </message>
    <message>
        <source>Kryssa i om du godkänner regionens villkor.</source>
        <translation>Tick whether you accept the region&apos;s terms.</translation>
    </message>
    <message>
        <source>Kontakta oss. Vi behöver fråga dig om ditt val.</source>
        <translation>Contact us. We need to ask you about your choice.</translation>
    </message>
    <message>
        <source>Du behöver inte göra något. Vi väntar på svar från regionen.</source>
        <translation>You need not do anything. We are waiting for an answer from the region.</translation>
    </message>
    <message>
        <source>Datum vid underskriften</source>
        <translation>Date beside the signature</translation>
    </message>
    <message>
        <source>Underskrift</source>
        <translation>Signature</translation>
    </message>
    <message>
        <source>Den andra vårdnadshavarens underskrift</source>
        <translation>The other guardian&apos;s signature</translation>
    </message>
    <message>
        <source>Regionens nuvarande blankett (det här är en gammal version)</source>
        <translation>The region&apos;s present form (this is an old version)</translation>
    </message>
    <message>
        <source>Vårdnadshavarens namn och personnummer</source>
        <translation>The guardian&apos;s name and personal number</translation>
    </message>
    <message>
        <source>Samtycke till att regionerna delar uppgifter</source>
        <translation>Consent to the regions sharing data</translation>
    </message>
    <message>
        <source>Kryss om vårdgarantin</source>
        <translation>The tick about the care guarantee</translation>
    </message>
    <message>
        <source>Godkännande av regionens villkor</source>
        <translation>Acceptance of the region&apos;s terms</translation>
    </message>
    <message>
        <source>påminn</source>
        <translation>remind</translation>
    </message>
    <message>
        <source>väljer själv från {day}</source>
        <translation>chooses alone from {day}</translation>
    </message>
    <message>
        <source>väljer själv sedan {day}: behöver skriva under</source>
        <translation>chooses alone since {day}: needs to sign</translation>
    </message>
    <message>
        <source>fyller 18 {day}</source>
        <translation>turns 18 on {day}</translation>
    </message>
    <message>
        <source>fyllde 18 {day}: ingen annan väljer</source>
        <translation>turned 18 on {day}: nobody else chooses</translation>
    </message>
</context>
<context>
    <name>letter</name>
    <message>
        <source>Din blankett behöver kompletteras</source>
        <translation>Your form needs to be completed</translation>
    </message>
    <message>
        <source>Ärende {n}</source>
        <translation>Case {n}</translation>
    </message>
    <message>
        <source>Vi har fått din blankett om att välja {centre}.</source>
        <translation>We have received your form choosing {centre}.</translation>
    </message>
    <message>
        <source>Vi kan inte registrera valet än. Din listning är inte ändrad.</source>
        <translation>We cannot register the choice yet. Your listing has not changed.</translation>
    </message>
    <message>
        <source>Lämna eller skicka blanketten och det här brevet till {centre}.</source>
        <translation>Hand in or send the form and this letter to {centre}.</translation>
    </message>
    <message>
        <source>Frågor: {contact}</source>
        <translation>Questions: {contact}</translation>
    </message>
    <message>
        <source>Ärendekod</source>
        <translation>Case code</translation>
    </message>
    <message>
        <source>Gör så här</source>
        <translation>What to do</translation>
    </message>
</context>
<context>
    <name>listings</name>
    <message>
        <source>Primärvårdslistning</source>
        <translation>Primary care listing</translation>
    </message>
    <message>
        <source>Listningstyp {code}</source>
        <translation>Listing type {code}</translation>
    </message>
    <message>
        <source>Fast läkarkontakt</source>
        <translation>Regular doctor</translation>
    </message>
    <message>
        <source>Fast vårdkontakt</source>
        <translation>Regular care contact</translation>
    </message>
    <message>
        <source>Ingen vald</source>
        <translation>None chosen</translation>
    </message>
    <message>
        <source>ca 1 dag</source>
        <translation>about 1 day</translation>
    </message>
    <message>
        <source>ca {n} dagar</source>
        <translation>about {n} days</translation>
    </message>
    <message>
        <source>Ingen köinformation</source>
        <translation>No queue information</translation>
    </message>
    <message>
        <source>Kö</source>
        <translation>Queue</translation>
    </message>
    <message>
        <source>Platsens nummer anges inte</source>
        <translation>Position not stated</translation>
    </message>
    <message>
        <source>Plats {n}</source>
        <translation>Position {n}</translation>
    </message>
    <message>
        <source>från {date}</source>
        <translation>from {date}</translation>
    </message>
    <message>
        <source>till och med {date}</source>
        <translation>until {date}</translation>
    </message>
    <message>
        <source>Regionen anger inte antal byten</source>
        <translation>The region does not state the number of changes</translation>
    </message>
    <message>
        <source>Inga byten kvar enligt {region}</source>
        <translation>No changes left according to {region}</translation>
    </message>
    <message>
        <source>1 byte kvar enligt {region}</source>
        <translation>1 change left according to {region}</translation>
    </message>
    <message>
        <source>{n} byten kvar enligt {region}</source>
        <translation>{n} changes left according to {region}</translation>
    </message>
    <message>
        <source>{region} redovisar ingen listning.</source>
        <translation>{region} reports no listing.</translation>
    </message>
    <message>
        <source>Regionen visar bara listningar hos oss. En listning på en annan mottagning syns inte här.</source>
        <translation>The region shows only listings with us. A listing at another care centre is not visible here.</translation>
    </message>
    <message>
        <source>Det betyder inte säkert att listning saknas: regionen kan låta bli att lämna ut uppgiften.</source>
        <translation>That need not mean that there is no listing: the region may choose not to disclose it.</translation>
    </message>
    <message>
        <source>Fråga invånaren var listningen finns i dag.</source>
        <translation>Ask the resident where the listing is today.</translation>
    </message>
    <message>
        <source>{first} och {last}</source>
        <translation>{first} and {last}</translation>
    </message>
    <message>
        <source>Har upphört: {centre}, {type}, {dates}.</source>
        <translation>Has ended: {centre}, {type}, {dates}.</translation>
    </message>
    <message>
        <source>Regionen anger ingen</source>
        <translation>The region states none</translation>
    </message>
</context>
<context>
    <name>next_steps</name>
    <message>
        <source>Lista eller ställ i kö</source>
        <translation>List or join the queue</translation>
    </message>
    <message>
        <source>Välj annan mottagning</source>
        <translation>Choose another care centre</translation>
    </message>
    <message>
        <source>Skriv ut blankett</source>
        <translation>Print form</translation>
    </message>
    <message>
        <source>Den andra vårdnadshavaren väljer</source>
        <translation>The other guardian chooses</translation>
    </message>
    <message>
        <source>Skriv ut hur de godkänner på 1177</source>
        <translation>Print how they approve at 1177</translation>
    </message>
    <message>
        <source>Välj {type} i stället</source>
        <translation>Choose {type} instead</translation>
    </message>
    <message>
        <source>Vårdnadshavaren väljer</source>
        <translation>The guardian chooses</translation>
    </message>
</context>
<context>
    <name>outcomes</name>
    <message>
        <source>{name} är listad på {centre}.</source>
        <translation>{name} is listed at {centre}.</translation>
    </message>
    <message>
        <source>Nu är listningen på {centre} klar.</source>
        <translation>The listing at {centre} is now complete.</translation>
    </message>
    <message>
        <source>Det fanns plats: {name} är listad på {centre}.</source>
        <translation>There was room: {name} is listed at {centre}.</translation>
    </message>
    <message>
        <source>Det fanns plats, så listningen på {centre} är redan klar.</source>
        <translation>There was room, so the listing at {centre} is already complete.</translation>
    </message>
    <message>
        <source>Köplatsen till {centre} är borttagen.</source>
        <translation>The queue place at {centre} has been removed.</translation>
    </message>
    <message>
        <source>Nu är köplatsen till {centre} borttagen.</source>
        <translation>The queue place at {centre} has now been removed.</translation>
    </message>
    <message>
        <source>{doctor} är vald. Listningen på {centre} är oförändrad.</source>
        <translation>{doctor} has been chosen. The listing at {centre} is unchanged.</translation>
    </message>
    <message>
        <source>Nu är {doctor} vald på {centre}.</source>
        <translation>{doctor} at {centre} has now been chosen.</translation>
    </message>
    <message>
        <source>{name} blir listad på {centre} från {date}.</source>
        <translation>{name} will be listed at {centre} from {date}.</translation>
    </message>
    <message>
        <source>Listningen på {centre} gäller från {date}.</source>
        <translation>The listing at {centre} holds from {date}.</translation>
    </message>
    <message>
        <source>Svaret uteblev, men {region} visar det nu.</source>
        <translation>No answer came, but {region} shows it now.</translation>
    </message>
    <message>
        <source>Registrerad och bekräftad</source>
        <translation>Registered and confirmed</translation>
    </message>
    <message>
        <source>Skriv ut kvittot, eller ta nästa invånare.</source>
        <translation>Print the receipt, or take the next resident.</translation>
    </message>
    <message>
        <source>Regionen visar en köplats till {centre}, ännu ingen listning.</source>
        <translation>The region shows a queue place at {centre}, and no listing yet.</translation>
    </message>
    <message>
        <source>Regionen visar fortfarande köplatsen till {centre}.</source>
        <translation>The region still shows the queue place at {centre}.</translation>
    </message>
    <message>
        <source>Regionen visar en köplats till {centre}, men inte valet av {doctor}.</source>
        <translation>The region shows a queue place at {centre}, but not the choice of {doctor}.</translation>
    </message>
    <message>
        <source>{name} står i kö till {centre}.</source>
        <translation>{name} is in the queue for {centre}.</translation>
    </message>
    <message>
        <source>{name} står i kö till {centre}, på plats {n}.</source>
        <translation>{name} is number {n} in the queue for {centre}.</translation>
    </message>
    <message>
        <source>Köplatsen finns kvar</source>
        <translation>The queue place remains</translation>
    </message>
    <message>
        <source>Nu i kö</source>
        <translation>Now in the queue</translation>
    </message>
    <message>
        <source>Nu i kö, plats {n}</source>
        <translation>Now in the queue, position {n}</translation>
    </message>
    <message>
        <source>Väntetid enligt regionen: {wait}.</source>
        <translation>Waiting time according to the region: {wait}.</translation>
    </message>
    <message>
        <source>Hämta igen om några minuter.</source>
        <translation>Fetch again in a few minutes.</translation>
    </message>
    <message>
        <source>Mottagen, visas ännu inte</source>
        <translation>Received, not shown yet</translation>
    </message>
    <message>
        <source>{region} har tagit emot begäran. Det kan dröja från några minuter till en dag.</source>
        <translation>{region} has received the request. It may take from a few minutes to a day.</translation>
    </message>
    <message>
        <source>Regionen svarade OK, kan inte kontrolleras härifrån</source>
        <translation>The region answered OK, cannot be checked from here</translation>
    </message>
    <message>
        <source>{region} har tagit emot begäran men visar inte listningen för oss.</source>
        <translation>{region} has received the request but does not show us the listing.</translation>
    </message>
    <message>
        <source>Skicka inte igen. Invånaren kan se sin listning på 1177.se eller fråga regionen.</source>
        <translation>Do not send again. The resident can see the listing at 1177.se or ask the region.</translation>
    </message>
    <message>
        <source>Regionen svarade OK, kontrolleras</source>
        <translation>The region answered OK, being verified</translation>
    </message>
    <message>
        <source>{region} har tagit emot begäran. Vi läser vad regionen visar.</source>
        <translation>{region} has received the request. We are reading what the region shows.</translation>
    </message>
    <message>
        <source>Skicka inte igen. Gå vidare; svaret kommer bland ärendena.</source>
        <translation>Don&apos;t send again. Go on; the answer comes among the cases.</translation>
    </message>
    <message>
        <source>Regionen visar något annat</source>
        <translation>The region shows something else</translation>
    </message>
    <message>
        <source>{region} svarade OK, men visar nu en annan listning än den som registrerades här.</source>
        <translation>{region} answered OK, but now shows another listing than the one registered here.</translation>
    </message>
    <message>
        <source>Skicka inte igen. Fråga om invånaren har valt något annat, eller gör en rättelse.</source>
        <translation>Don&apos;t send again. Ask whether the resident has chosen something else, or write a correction.</translation>
    </message>
    <message>
        <source>Regionen svarade OK, ännu inte kontrollerad</source>
        <translation>The region answered OK, not checked yet</translation>
    </message>
    <message>
        <source>{region} har tagit emot begäran, men listningen gick inte att läsa efteråt.</source>
        <translation>{region} has received the request, but the listing could not be read afterwards.</translation>
    </message>
    <message>
        <source>Skicka inte igen. Kontrollera om några minuter.</source>
        <translation>Do not send again. Check in a few minutes.</translation>
    </message>
    <message>
        <source>Registrerad hos {region}</source>
        <translation>Registered with {region}</translation>
    </message>
    <message>
        <source>{name} står i kö till {centre}. En listning någon annanstans gäller så länge.</source>
        <translation>{name} is in the queue for {centre}. A listing elsewhere holds meanwhile.</translation>
    </message>
    <message>
        <source>Du står i kö till {centre}.</source>
        <translation>You are in the queue for {centre}.</translation>
    </message>
    <message>
        <source>Du står i kö till {centre}, på plats {n}.</source>
        <translation>You are number {n} in the queue for {centre}.</translation>
    </message>
    <message>
        <source>{region} har tagit emot begäran om listning på {centre}.</source>
        <translation>{region} has received the request for a listing at {centre}.</translation>
    </message>
    <message>
        <source>{region} har tagit emot begäran om listning eller köplats på {centre}.</source>
        <translation>{region} has received the request for a listing or a queue place at {centre}.</translation>
    </message>
    <message>
        <source>{region} har tagit emot begäran om att lämna kön till {centre}.</source>
        <translation>{region} has received the request to leave the queue for {centre}.</translation>
    </message>
    <message>
        <source>{region} har tagit emot valet av {doctor} på {centre}.</source>
        <translation>{region} has received the choice of {doctor} at {centre}.</translation>
    </message>
    <message>
        <source>{home} kan ännu säga nej; då får invånaren besked av {region}.</source>
        <translation>{home} may still say no; if so, {region} will tell the resident.</translation>
    </message>
    <message>
        <source>Det är inte bekräftat än.</source>
        <translation>It is not confirmed yet.</translation>
    </message>
    <message>
        <source>Läs regionens meddelande först.</source>
        <translation>Read the region&apos;s message first.</translation>
    </message>
    <message>
        <source>Det har inte gått att läsa hos {region} efteråt.</source>
        <translation>It has not been possible to read at {region} afterwards.</translation>
    </message>
    <message>
        <source>{region} visar det inte när vi läser. Svaret kan dröja.</source>
        <translation>{region} does not show it when we read. The answer may be delayed.</translation>
    </message>
    <message>
        <source>Oklart – kontrollera</source>
        <translation>Unclear – check</translation>
    </message>
    <message>
        <source>Vi vet inte än om {region} har registrerat det.</source>
        <translation>We do not know yet whether {region} has registered it.</translation>
    </message>
    <message>
        <source>Inte registrerad</source>
        <translation>Not registered</translation>
    </message>
    <message>
        <source>Det gick inte att registrera nu. Inget har ändrats.</source>
        <translation>It could not be registered now. Nothing has changed.</translation>
    </message>
    <message>
        <source>{region} visar något annat än när ni kontrollerade. Inget har skickats.</source>
        <translation>{region} shows something else than when you checked. Nothing was sent.</translation>
    </message>
    <message>
        <source>Uppgifterna har ändrats</source>
        <translation>The information has changed</translation>
    </message>
    <message>
        <source>Regionens uppgifter har just ändrats. Vi går igenom valet en gång till.</source>
        <translation>The region&apos;s information has just changed. Let us go through the choice once more.</translation>
    </message>
    <message>
        <source>Gå tillbaka till kontrollen och se vad som gäller nu.</source>
        <translation>Go back to the check and see what applies now.</translation>
    </message>
    <message>
        <source>hemregionen</source>
        <translation>the home region</translation>
    </message>
    <message>
        <source>{region} har registrerat listningen på {centre}. {home} kan ännu säga nej.</source>
        <translation>{region} has registered the listing at {centre}. {home} may still say no.</translation>
    </message>
    <message>
        <source>Regionen ville att ett meddelande läses, men det var tomt. Fråga regionen.</source>
        <translation>The region wanted a message read, but it was empty. Ask the region.</translation>
    </message>
</context>
<context>
    <name>persons</name>
    <message>
        <source>namn saknas</source>
        <translation>name missing</translation>
    </message>
    <message>
        <source>invånaren</source>
        <translation>the resident</translation>
    </message>
    <message>
        <source>under 1 år</source>
        <translation>under 1 year</translation>
    </message>
    <message>
        <source>1 år</source>
        <translation>1 year</translation>
    </message>
    <message>
        <source>{n} år</source>
        <translation>{n} years</translation>
    </message>
    <message>
        <source>född {year}</source>
        <translation>born {year}</translation>
    </message>
    <message>
        <source>Numret är inte komplett.</source>
        <translation>Incomplete number.</translation>
    </message>
    <message>
        <source>Skriv 10 eller 12 siffror.</source>
        <translation>Enter 10 or 12 digits.</translation>
    </message>
    <message>
        <source>Kontrollsiffran stämmer inte.</source>
        <translation>The check digit is wrong.</translation>
    </message>
    <message>
        <source>Jämför med legitimationen.</source>
        <translation>Compare with the proof of identity.</translation>
    </message>
    <message>
        <source>Datumet i numret finns inte.</source>
        <translation>The date in the number does not exist.</translation>
    </message>
    <message>
        <source>Skriv år, månad och dag och sedan de fyra sista siffrorna.</source>
        <translation>Enter year, month and day, then the last four digits.</translation>
    </message>
    <message>
        <source>Det ser ut som ett reservnummer.</source>
        <translation>This looks like a reserve number.</translation>
    </message>
    <message>
        <source>Listning kräver personnummer eller samordningsnummer.</source>
        <translation>A listing needs a personal identity number or a coordination number.</translation>
    </message>
    <message>
        <source>Det ser inte ut som ett personnummer.</source>
        <translation>That does not look like a personal identity number.</translation>
    </message>
    <message>
        <source>Personen är registrerad som avliden.</source>
        <translation>This person is recorded as deceased.</translation>
    </message>
    <message>
        <source>Ingen listning kan registreras.</source>
        <translation>No listing can be registered.</translation>
    </message>
    <message>
        <source>Personen är registrerad som utflyttad från Sverige.</source>
        <translation>This person is recorded as having left Sweden.</translation>
    </message>
    <message>
        <source>Ingen listning kan registreras här. Frågor om folkbokföring: Skatteverket.</source>
        <translation>No listing can be registered here. Questions about population registration: the Swedish Tax Agency.</translation>
    </message>
    <message>
        <source>Numret används inte längre.</source>
        <translation>The number is no longer in use.</translation>
    </message>
    <message>
        <source>Personen har fått ett nytt nummer. Sök på det.</source>
        <translation>The person has been given a new number. Search for that.</translation>
    </message>
    <message>
        <source>Personen är avregistrerad från folkbokföringen.</source>
        <translation>This person is no longer in the population register.</translation>
    </message>
    <message>
        <source>Ingen listning kan registreras här. Kontrollera numret.</source>
        <translation>No listing can be registered here. Check the number.</translation>
    </message>
    <message>
        <source>Numret är avregistrerat.</source>
        <translation>The number has been deregistered.</translation>
    </message>
    <message>
        <source>Ingen listning kan registreras här. Följ er rutin.</source>
        <translation>No listing can be registered here. Follow your routine.</translation>
    </message>
    <message>
        <source>Numret är avregistrerat av tekniska skäl.</source>
        <translation>The number has been deregistered for technical reasons.</translation>
    </message>
    <message>
        <source>Kontrollera numret mot legitimationen.</source>
        <translation>Check the number against the proof of identity.</translation>
    </message>
    <message>
        <source>Skälet framgår inte. Kontrollera numret.</source>
        <translation>The reason is not stated. Check the number.</translation>
    </message>
    <message>
        <source>Skyddade personuppgifter</source>
        <translation>Protected personal data</translation>
    </message>
    <message>
        <source>Läs inte upp och skriv inte ut uppgifter om inte invånaren själv vill det.</source>
        <translation>Do not read out or print details unless the resident wants it.</translation>
    </message>
    <message>
        <source>Följ er rutin.</source>
        <translation>Follow your routine.</translation>
    </message>
    <message>
        <source>Numret har ändrats.</source>
        <translation>The number has changed.</translation>
    </message>
    <message>
        <source>Ni sökte på {asked}. Personregistret använder nu {now}.</source>
        <translation>You searched for {asked}. The person register now uses {now}.</translation>
    </message>
    <message>
        <source>Kontrollera att det är rätt person.</source>
        <translation>Check that this is the right person.</translation>
    </message>
    <message>
        <source>Samordningsnummer</source>
        <translation>Coordination number</translation>
    </message>
    <message>
        <source>Identiteten är styrkt.</source>
        <translation>The identity is proven.</translation>
    </message>
    <message>
        <source>Identiteten är sannolik, inte styrkt.</source>
        <translation>The identity is probable, not proven.</translation>
    </message>
    <message>
        <source>Identiteten är osäker.</source>
        <translation>The identity is uncertain.</translation>
    </message>
    <message>
        <source>Personregistret anger inte hur identiteten är styrkt.</source>
        <translation>The person register does not state how the identity is proven.</translation>
    </message>
    <message>
        <source>Hemregion saknas. Skriv ut blanketten och lämna den till regionen.</source>
        <translation>There is no home region. Print the form and hand it to the region.</translation>
    </message>
    <message>
        <source>Avliden</source>
        <translation>Deceased</translation>
    </message>
    <message>
        <source>Utvandrad</source>
        <translation>Emigrated</translation>
    </message>
    <message>
        <source>Avregistrerad</source>
        <translation>Deregistered</translation>
    </message>
    <message>
        <source>Samordningsnummer, styrkt</source>
        <translation>Coordination number, proven</translation>
    </message>
    <message>
        <source>Samordningsnummer, sannolik</source>
        <translation>Coordination number, probable</translation>
    </message>
    <message>
        <source>Samordningsnummer, osäker</source>
        <translation>Coordination number, uncertain</translation>
    </message>
    <message>
        <source>Testperson.</source>
        <translation>Test person.</translation>
    </message>
    <message>
        <source>Det är ingen invånare. Ingen listning kan registreras.</source>
        <translation>This is no resident. No listing can be registered.</translation>
    </message>
    <message>
        <source>Sök på invånarens eget nummer.</source>
        <translation>Search by the resident&apos;s own number.</translation>
    </message>
    <message>
        <source>Hemregion saknas. Enligt avtalet går det att lista i vår region ändå.</source>
        <translation>The home region is missing. By agreement it is possible to list in our region all the same.</translation>
    </message>
    <message>
        <source>fyller {n} år i år</source>
        <translation>turns {n} this year</translation>
    </message>
</context>
<context>
    <name>pile</name>
    <message>
        <source>Blankettbunt</source>
        <translation>Pile of forms</translation>
    </message>
    <message>
        <source>Slås upp</source>
        <translation>Being looked up</translation>
    </message>
    <message>
        <source>Jämför med blanketten</source>
        <translation>Compare with the form</translation>
    </message>
    <message>
        <source>Väntar på svar</source>
        <translation>Waiting for an answer</translation>
    </message>
    <message>
        <source>Registreras</source>
        <translation>Being registered</translation>
    </message>
    <message>
        <source>Registrerad och bekräftad</source>
        <translation>Registered and confirmed</translation>
    </message>
    <message>
        <source>Mottagen, visas ännu inte</source>
        <translation>Received, not shown yet</translation>
    </message>
    <message>
        <source>Oklart – kontrollera</source>
        <translation>Unclear – check</translation>
    </message>
    <message>
        <source>Åt sidan</source>
        <translation>Set aside</translation>
    </message>
    <message>
        <source>Regionen sa nej</source>
        <translation>The region said no</translation>
    </message>
    <message>
        <source>datum saknas</source>
        <translation>date missing</translation>
    </message>
    <message>
        <source>underskrift saknas</source>
        <translation>signature missing</translation>
    </message>
    <message>
        <source>gammal version av blanketten</source>
        <translation>old version of the form</translation>
    </message>
    <message>
        <source>samtycke till regionernas utbyte saknas</source>
        <translation>consent to the regions&apos; exchange missing</translation>
    </message>
    <message>
        <source>information om vårdgarantin saknas</source>
        <translation>information about the care guarantee missing</translation>
    </message>
    <message>
        <source>regionens villkor är inte godkända</source>
        <translation>the region&apos;s terms are not accepted</translation>
    </message>
    <message>
        <source>vårdnadshavare saknas</source>
        <translation>guardian missing</translation>
    </message>
    <message>
        <source>den andra vårdnadshavarens underskrift saknas</source>
        <translation>the other guardian&apos;s signature missing</translation>
    </message>
    <message>
        <source>behöver kontrolleras</source>
        <translation>needs checking</translation>
    </message>
    <message>
        <source>inget svar</source>
        <translation>no answer</translation>
    </message>
    <message>
        <source>Inget ärende gick att spara: behåll blanketten.</source>
        <translation>No case could be saved: keep the form.</translation>
    </message>
    <message>
        <source>numret finns inte i personregistret</source>
        <translation>the number is not in the person register</translation>
    </message>
    <message>
        <source>Inlästa blanketter: {n}</source>
        <translation>Forms read: {n}</translation>
    </message>
    <message>
        <source>Stämmer: {n} blanketter i bunten och {n} inlästa.</source>
        <translation>Agrees: {n} forms in the pile and {n} read.</translation>
    </message>
    <message>
        <source>Svaret gick inte att spara på den här datorn: behåll blanketten och registrera inte igen.</source>
        <translation>The answer could not be saved on this computer: keep the form and do not register again.</translation>
    </message>
    <message>
        <source>Stämmer: 1 blankett i bunten och 1 inläst.</source>
        <translation>Agrees: 1 form in the pile and 1 read in.</translation>
    </message>
    <message>
        <source>Stämmer inte. Blanketter i bunten: {counted}. Inlästa: {n}.</source>
        <translation>Does not agree. Forms in the pile: {counted}. Read in: {n}.</translation>
    </message>
    <message>
        <source>Läs regionens meddelande om blankett {places}.</source>
        <translation>Read the region’s message about form {places}.</translation>
    </message>
</context>
<context>
    <name>problems</name>
    <message>
        <source>Datorn har ingen kontakt med nätverket.</source>
        <translation>The computer has no network connection.</translation>
    </message>
    <message>
        <source>Tjänsteplattformens adress hittas inte på nätverket.</source>
        <translation>The service platform&apos;s address is not found on the network.</translation>
    </message>
    <message>
        <source>Tjänsteplattformen tar inte emot anslutningar just nu.</source>
        <translation>The service platform is not accepting connections right now.</translation>
    </message>
    <message>
        <source>Det gick inte att nå tjänsteplattformen i tid.</source>
        <translation>The service platform could not be reached in time.</translation>
    </message>
    <message>
        <source>Anslutningen stoppades: servern kan inte visa att den är den rätta.</source>
        <translation>The connection was stopped: the server cannot show that it is the right one.</translation>
    </message>
    <message>
        <source>Anslutningen stoppades: serverns certifikat gäller en annan adress.</source>
        <translation>The connection was stopped: the server&apos;s certificate is for another address.</translation>
    </message>
    <message>
        <source>Anslutningen stoppades: serverns certifikat har gått ut.</source>
        <translation>The connection was stopped: the server&apos;s certificate has expired.</translation>
    </message>
    <message>
        <source>Det gick inte att skapa en säker anslutning.</source>
        <translation>A secure connection could not be made.</translation>
    </message>
    <message>
        <source>Vårt certifikat saknas eller kan inte öppnas.</source>
        <translation>Our certificate is missing or cannot be opened.</translation>
    </message>
    <message>
        <source>Vårt certifikat har gått ut.</source>
        <translation>Our certificate has expired.</translation>
    </message>
    <message>
        <source>{who} går inte att fråga härifrån, så en listning där syns inte.</source>
        <translation>{who} cannot be asked from here, so a listing there does not show.</translation>
    </message>
    <message>
        <source>Det är inte överenskommet med {who} att hantera skyddade personuppgifter härifrån.</source>
        <translation>Nothing is agreed with {who} about handling protected personal data from here.</translation>
    </message>
    <message>
        <source>Ärendet gick inte att spara på den här datorn.</source>
        <translation>The case could not be saved on this computer.</translation>
    </message>
    <message>
        <source>{who} erbjuder inte längre den mottagningen eller listningstypen för invånaren.</source>
        <translation>{who} no longer offers the resident that care centre or type of listing.</translation>
    </message>
    <message>
        <source>Något gick fel i programmet.</source>
        <translation>Something went wrong in the program.</translation>
    </message>
    <message>
        <source>Tjänsteplattformen godtog inte vårt certifikat.</source>
        <translation>The service platform did not accept our certificate.</translation>
    </message>
    <message>
        <source>Det finns ingen anslutning till {who} för den här tjänsten.</source>
        <translation>There is no connection to {who} for this service.</translation>
    </message>
    <message>
        <source>Vi saknar behörighet hos {who}.</source>
        <translation>We have no authorisation with {who}.</translation>
    </message>
    <message>
        <source>Något är fel inställt i tjänsteplattformen.</source>
        <translation>Something is set up wrongly in the service platform.</translation>
    </message>
    <message>
        <source>Tjänsteplattformen har tillfälliga problem.</source>
        <translation>The service platform has problems for the moment.</translation>
    </message>
    <message>
        <source>Tjänsteplattformen kunde inte läsa det vi skickade.</source>
        <translation>The service platform could not read what we sent.</translation>
    </message>
    <message>
        <source>Fler än 500 personer stämmer med sökningen.</source>
        <translation>More than 500 persons match the search.</translation>
    </message>
    <message>
        <source>Det är tekniskt fel hos {who}.</source>
        <translation>There is a technical fault at {who}.</translation>
    </message>
    <message>
        <source>{who} svarade med ett fel.</source>
        <translation>{who} answered with an error.</translation>
    </message>
    <message>
        <source>{who} svarade inte i tid.</source>
        <translation>{who} did not answer in time.</translation>
    </message>
    <message>
        <source>Förbindelsen bröts medan vi väntade på svar från {who}.</source>
        <translation>The connection broke while we were waiting for an answer from {who}.</translation>
    </message>
    <message>
        <source>Tjänsteplattformen fick inget svar från {who}.</source>
        <translation>The service platform got no answer from {who}.</translation>
    </message>
    <message>
        <source>Programmet avslutades medan vi väntade på svar.</source>
        <translation>The program was ended while we waited for the answer.</translation>
    </message>
    <message>
        <source>Svaret från {who} gick inte att läsa.</source>
        <translation>The answer from {who} could not be read.</translation>
    </message>
    <message>
        <source>Svaret från {who} var större än vad som tas emot.</source>
        <translation>The answer from {who} was larger than what is accepted.</translation>
    </message>
    <message>
        <source>Försök igen om några minuter. Fortsätter det, kontakta IT-supporten.</source>
        <translation>Try again in a few minutes. If it goes on, contact IT support.</translation>
    </message>
    <message>
        <source>Kontakta IT-supporten. Det hjälper inte att försöka igen. Blanketten går fortfarande att skriva ut.</source>
        <translation>Contact IT support. Trying again does not help. The form can still be printed.</translation>
    </message>
    <message>
        <source>Kontakta supporten och uppge referensen. Det hjälper inte att försöka igen.</source>
        <translation>Contact support and quote the reference. Trying again does not help.</translation>
    </message>
    <message>
        <source>Kontrollera att datorn är ansluten och försök igen. Hjälper det inte, kontakta IT-supporten.</source>
        <translation>Check that the computer is connected and try again. If that does not help, contact IT support.</translation>
    </message>
    <message>
        <source>Kontrollera att datorns datum och klocka stämmer. Gör de det, kontakta IT-supporten.</source>
        <translation>Check that the computer&apos;s date and clock are right. If they are, contact IT support.</translation>
    </message>
    <message>
        <source>Fråga invånaren. Blanketten går att skriva ut. Er förvaltare vet vad som är överenskommet.</source>
        <translation>Ask the resident. The form can be printed. Your administrator knows what has been agreed.</translation>
    </message>
    <message>
        <source>Kontakta regionen enligt er rutin.</source>
        <translation>Contact the region as your routine says.</translation>
    </message>
    <message>
        <source>Registrera inte förrän det fungerar. Kontakta IT-supporten: disken kan vara full.</source>
        <translation>Do not register until this works. Contact IT support: the disk may be full.</translation>
    </message>
    <message>
        <source>Hämta mottagningarna igen och välj på nytt.</source>
        <translation>Fetch the care centres again and choose anew.</translation>
    </message>
    <message>
        <source>Kontrollera ärendet under Ärenden, Ctrl+2. Först när det är avgjort eller avslutat går det igen.</source>
        <translation>Check the case under Cases, Ctrl+2. It can be sent again only when that is settled or closed.</translation>
    </message>
    <message>
        <source>Använd blanketten i stället, eller hänvisa till 1177. Er förvaltare kan fråga om anslutning.</source>
        <translation>Use the form instead, or refer to 1177. Your administrator can ask about a connection.</translation>
    </message>
    <message>
        <source>Kontakta er förvaltare, som kan beställa behörighet. Blanketten går fortfarande att skriva ut.</source>
        <translation>Contact your administrator, who can order authorisation. The form can still be printed.</translation>
    </message>
    <message>
        <source>Kontrollera uppgifterna. Stämmer de, kontakta supporten och uppge referensen.</source>
        <translation>Check the details. If they are right, contact support and quote the reference.</translation>
    </message>
    <message>
        <source>personregistret</source>
        <translation>the person register</translation>
    </message>
    <message>
        <source>Vi vet inte om registreringen gick igenom.</source>
        <translation>We do not know whether the registration went through.</translation>
    </message>
    <message>
        <source>Inget har skickats och inget har ändrats.</source>
        <translation>Nothing was sent and nothing has changed.</translation>
    </message>
    <message>
        <source>Inget har ändrats.</source>
        <translation>Nothing has changed.</translation>
    </message>
    <message>
        <source>Registrera inte igen. Kontrollera först vad {who} visar.</source>
        <translation>Do not register again. First check what {who} shows.</translation>
    </message>
    <message>
        <source>Skicka inte samma begäran igen. Kontakta supporten och uppge referensen.</source>
        <translation>Do not send the same request again. Contact support and quote the reference.</translation>
    </message>
    <message>
        <source>Referens till supporten: {reference}</source>
        <translation>Reference for support: {reference}</translation>
    </message>
    <message>
        <source>Din roll läser och skriver ut, men registrerar inte.</source>
        <translation>Your role reads and prints, but does not register.</translation>
    </message>
    <message>
        <source>Be en kollega som får registrera. Blanketten går att skriva ut under tiden.</source>
        <translation>Ask a colleague who may register. The form can be printed meanwhile.</translation>
    </message>
    <message>
        <source>Anslutningen stoppades: serverns certifikat är spärrat.</source>
        <translation>The connection was stopped: the server&apos;s certificate has been revoked.</translation>
    </message>
    <message>
        <source>Anslutningen stoppades: spärrlistan på den här datorn saknas eller är för gammal.</source>
        <translation>The connection was stopped: the revocation list on this computer is missing or too old.</translation>
    </message>
    <message>
        <source>Nätverkets proxy svarar inte.</source>
        <translation>The network&apos;s proxy does not answer.</translation>
    </message>
    <message>
        <source>Nätverkets proxy släpper inte igenom oss.</source>
        <translation>The network&apos;s proxy does not let us through.</translation>
    </message>
    <message>
        <source>Nyckeln till regionens gateway gick inte att hämta.</source>
        <translation>The key to the region&apos;s gateway could not be fetched.</translation>
    </message>
    <message>
        <source>Regionens gateway godtog inte vår nyckel.</source>
        <translation>The region&apos;s gateway did not accept our key.</translation>
    </message>
    <message>
        <source>Ärendet är öppet vid en annan lucka.</source>
        <translation>The case is open at another desk.</translation>
    </message>
    <message>
        <source>Skriv ut blanketten, eller registrera när raden längst ned inte längre varnar. Det påbörjade ligger som utkast under Ärenden, utom med skyddade personuppgifter.</source>
        <translation>Print the form, or register when the line at the foot no longer warns. What is begun lies as a draft under Cases, except with protected personal data.</translation>
    </message>
    <message>
        <source>Vem som har det öppet står under Ärenden, Ctrl+2. När det är stängt där går det att öppna här.</source>
        <translation>Cases, Ctrl+2, shows who has it open. Once it is closed there it can be opened here.</translation>
    </message>
    <message>
        <source>Läs under Ärenden, Ctrl+2, hur det gick.</source>
        <translation>See under Cases, Ctrl+2, how it went.</translation>
    </message>
    <message>
        <source>Det här har just blivit klart eller avslutats, kanske vid en annan lucka.</source>
        <translation>This has just been settled or closed, perhaps at another desk.</translation>
    </message>
    <message>
        <source>Databasen med vårdcentralens ärenden går inte att skriva i just nu.</source>
        <translation>The database with the care centre&apos;s cases cannot be written to just now.</translation>
    </message>
    <message>
        <source>Sök på personnummer, eller skriv mer av namnet och hela födelsedatumet.</source>
        <translation>Search by personal number, or write more of the name and the whole date of birth.</translation>
    </message>
    <message>
        <source>En registrering på samma mottagning är redan skickad och ännu inte avgjord.</source>
        <translation>A registration at the same care centre has been sent already and is not settled yet.</translation>
    </message>
</context>
<context>
    <name>profile</name>
    <message>
        <source>{profile}: profilen är hel.</source>
        <translation>{profile}: the profile is whole.</translation>
    </message>
    <message>
        <source>Filen finns inte eller går inte att läsa.</source>
        <translation>The file is missing or cannot be read.</translation>
    </message>
    <message>
        <source>Den här datorn har en profil från region-IT, {bound}, och den tillåter ingen annan. Starta utan --profile.</source>
        <translation>This computer has a profile from region IT, {bound}, and it allows no other. Start without --profile.</translation>
    </message>
    <message>
        <source>Filen går inte att tyda som TOML.</source>
        <translation>The file cannot be understood as TOML.</translation>
    </message>
    <message>
        <source>Det krävs en nyare programversion: minst {bound}.</source>
        <translation>A newer program version is required: at least {bound}.</translation>
    </message>
    <message>
        <source>Nyckeln saknas och måste finnas.</source>
        <translation>The key is missing and is required.</translation>
    </message>
    <message>
        <source>Det finns ingen nyckel med det namnet.</source>
        <translation>There is no key of that name.</translation>
    </message>
    <message>
        <source>Det ska vara text.</source>
        <translation>Expected: text.</translation>
    </message>
    <message>
        <source>Det ska vara text som inte är tom.</source>
        <translation>Expected: text that is not empty.</translation>
    </message>
    <message>
        <source>Det ska vara ett tal.</source>
        <translation>Expected: a number.</translation>
    </message>
    <message>
        <source>Det ska vara ett heltal.</source>
        <translation>Expected: a whole number.</translation>
    </message>
    <message>
        <source>Det ska vara true eller false.</source>
        <translation>Expected: true or false.</translation>
    </message>
    <message>
        <source>Det ska vara ett datum, som 2026-11-23.</source>
        <translation>Expected: a date, such as 2026-11-23.</translation>
    </message>
    <message>
        <source>Det ska vara en lista.</source>
        <translation>Expected: a list.</translation>
    </message>
    <message>
        <source>Minsta antalet i listan är {bound}.</source>
        <translation>Expected: at least {bound} in the list.</translation>
    </message>
    <message>
        <source>Det ska vara en tabell med nycklar.</source>
        <translation>Expected: a table of keys.</translation>
    </message>
    <message>
        <source>Det ska vara ett av: {bound}.</source>
        <translation>Expected: one of {bound}.</translation>
    </message>
    <message>
        <source>Det ska vara minst {bound}.</source>
        <translation>Expected: at least {bound}.</translation>
    </message>
    <message>
        <source>Det ska vara högst {bound}.</source>
        <translation>Expected: at most {bound}.</translation>
    </message>
    <message>
        <source>Det ska vara mer än {bound}.</source>
        <translation>Expected: more than {bound}.</translation>
    </message>
    <message>
        <source>Det ska vara en länskod med två siffror, som &quot;20&quot;.</source>
        <translation>Expected: a county code of two digits, such as &quot;20&quot;.</translation>
    </message>
    <message>
        <source>Det ska ha formen {bound}</source>
        <translation>Expected: text of the form {bound}</translation>
    </message>
    <message>
        <source>Utanför övning ska det vara minst {bound} sekunder.</source>
        <translation>Outside practice, at least {bound} seconds are required.</translation>
    </message>
    <message>
        <source>Det som fylls i där heter: {bound}.</source>
        <translation>What is filled in there is called: {bound}.</translation>
    </message>
    <message>
        <source>Det bryter mot en regel: {bound}.</source>
        <translation>It breaks a rule: {bound}.</translation>
    </message>
    <message>
        <source>rad {line}</source>
        <translation>line {line}</translation>
    </message>
    <message>
        <source>Det här är {found}.</source>
        <translation>This one is {found}.</translation>
    </message>
    <message>
        <source>Kanske menas {bound}.</source>
        <translation>Perhaps {bound} is meant.</translation>
    </message>
    <message>
        <source>Här står {found}.</source>
        <translation>Found {found}.</translation>
    </message>
    <message>
        <source>Då måste också {bound} finnas.</source>
        <translation>Then {bound} is required too.</translation>
    </message>
</context>
<context>
    <name>receipt</name>
    <message>
        <source>Kvitto på vårdval</source>
        <translation>Receipt for your choice of care</translation>
    </message>
    <message>
        <source>Besked om vårdval</source>
        <translation>Notice about your choice of care</translation>
    </message>
    <message>
        <source>Regionens meddelande</source>
        <translation>The region&apos;s message</translation>
    </message>
    <message>
        <source>Mottagning</source>
        <translation>Care centre</translation>
    </message>
    <message>
        <source>Listningstyp</source>
        <translation>Type of listing</translation>
    </message>
    <message>
        <source>Tidigare</source>
        <translation>Previous</translation>
    </message>
    <message>
        <source>Listad före valet</source>
        <translation>Listed before the choice</translation>
    </message>
    <message>
        <source>Köplats</source>
        <translation>Queue place</translation>
    </message>
    <message>
        <source>Gäller</source>
        <translation>Valid</translation>
    </message>
    <message>
        <source>Byten</source>
        <translation>Changes</translation>
    </message>
    <message>
        <source>Registrerat utifrån</source>
        <translation>Registered from</translation>
    </message>
    <message>
        <source>Ärende</source>
        <translation>Case</translation>
    </message>
    <message>
        <source>Önskemål till mottagningen</source>
        <translation>Wish to the care centre</translation>
    </message>
    <message>
        <source>blankett, underskriven {date}</source>
        <translation>form, signed {date}</translation>
    </message>
    <message>
        <source>telefonsamtal {date}</source>
        <translation>telephone call {date}</translation>
    </message>
    <message>
        <source>Önskemålet har inte skickats till regionen. Mottagningen avgör.</source>
        <translation>The wish has not been sent to the region. The care centre decides.</translation>
    </message>
    <message>
        <source>Om önskemålet</source>
        <translation>About the wish</translation>
    </message>
    <message>
        <source>Kontakta {contact}, eller logga in på 1177.se.</source>
        <translation>Contact {contact}, or log in at 1177.se.</translation>
    </message>
    <message>
        <source>Stämmer något inte?</source>
        <translation>Is anything wrong?</translation>
    </message>
    <message>
        <source>Så går ni vidare</source>
        <translation>How to go on</translation>
    </message>
</context>
<context>
    <name>refusals</name>
    <message>
        <source>Regionen sa nej</source>
        <translation>The region said no</translation>
    </message>
    <message>
        <source>Inget har ändrats. Skicka inte samma begäran igen.</source>
        <translation>Nothing has changed. Do not send the same request again.</translation>
    </message>
    <message>
        <source>Regionen godtog inte registreringen. Ingenting har ändrats. Det går att välja en annan mottagning eller att lämna in en blankett.</source>
        <translation>The region did not accept the registration. Nothing has changed. Another care centre can be chosen, or a form handed in.</translation>
    </message>
    <message>
        <source>Kontrollera uppgifterna. Stämmer de, kontakta supporten och uppge ärendet.</source>
        <translation>Check the details. If they are right, contact support and quote the case.</translation>
    </message>
    <message>
        <source>Inga byten kvar just nu</source>
        <translation>No changes left at present</translation>
    </message>
    <message>
        <source>Så många byten som regionen tillåter är redan gjorda. Inget har ändrats. Skicka inte samma begäran igen.</source>
        <translation>As many changes as the region allows have already been made. Nothing has changed. Do not send the same request again.</translation>
    </message>
    <message>
        <source>Regionen säger att inga byten är kvar just nu. Finns särskilda skäl kan regionen pröva dem.</source>
        <translation>The region says that no changes are left at present. If there are special reasons, the region can consider them.</translation>
    </message>
    <message>
        <source>Finns särskilda skäl, till exempel en flytt: kontakta regionen.</source>
        <translation>If there are special reasons, such as a move: contact the region.</translation>
    </message>
    <message>
        <source>Full enligt regionen</source>
        <translation>Full according to the region</translation>
    </message>
    <message>
        <source>{centre} tar inte emot fler just nu. Undantag kan finnas. Inget har ändrats. Skicka inte samma begäran igen.</source>
        <translation>{centre} is not accepting more people right now. There may be exceptions. Nothing has changed. Do not send the same request again.</translation>
    </message>
    <message>
        <source>{centre} är full just nu. Ingenting har ändrats.</source>
        <translation>{centre} is full right now. Nothing has changed.</translation>
    </message>
    <message>
        <source>Båda vårdnadshavarna behöver godkänna</source>
        <translation>Both guardians need to approve</translation>
    </message>
    <message>
        <source>Regionen behöver båda vårdnadshavarnas godkännande. Inget har ändrats. Skicka inte samma begäran igen.</source>
        <translation>The region needs both guardians&apos; approval. Nothing has changed. Do not send the same request again.</translation>
    </message>
    <message>
        <source>Regionen behöver att båda vårdnadshavarna godkänner valet. Ingenting har ändrats.</source>
        <translation>The region needs both guardians to approve the choice. Nothing has changed.</translation>
    </message>
    <message>
        <source>Regionen har en åldersgräns för det här valet. Ingenting har ändrats. Det går att välja en annan mottagning eller typ.</source>
        <translation>The region has an age limit for this choice. Nothing has changed. Another care centre or type can be chosen.</translation>
    </message>
    <message>
        <source>Det går att ställa sig i kö eller välja en annan mottagning.</source>
        <translation>You can join the queue or choose another care centre.</translation>
    </message>
    <message>
        <source>Det går att välja en annan mottagning.</source>
        <translation>You can choose another care centre.</translation>
    </message>
    <message>
        <source>Skriv ut blanketten för båda vårdnadshavarnas underskrifter, eller hänvisa till 1177.</source>
        <translation>Print the form for both guardians&apos; signatures, or refer to 1177.</translation>
    </message>
    <message>
        <source>Åldersgränsen hindrar listningen</source>
        <translation>The age limit prevents the listing</translation>
    </message>
    <message>
        <source>Regionen har en åldersgräns för det här valet. Inget har ändrats. Skicka inte samma begäran igen.</source>
        <translation>The region has an age limit for this choice. Nothing has changed. Do not send the same request again.</translation>
    </message>
    <message>
        <source>Välj en annan mottagning eller en annan listningstyp.</source>
        <translation>Choose another care centre or another type of listing.</translation>
    </message>
    <message>
        <source>Regionen tar emot den andra vårdnadshavarens val som en egen registrering, med den personens nummer.</source>
        <translation>The region takes the other guardian&apos;s choice as a registration of its own, with that person&apos;s number.</translation>
    </message>
    <message>
        <source>Skriv ut blanketten för båda vårdnadshavarnas underskrifter.</source>
        <translation>Print the form for both guardians to sign.</translation>
    </message>
    <message>
        <source>Båda vårdnadshavarna godkänner själva genom att logga in på 1177.se.</source>
        <translation>Both guardians approve for themselves by logging in to 1177.se.</translation>
    </message>
    <message>
        <source>Välj Lista eller ställ i kö, eller en annan mottagning.</source>
        <translation>Choose List or join the queue, or another care centre.</translation>
    </message>
    <message>
        <source>Välj en annan mottagning, eller fråga regionen om undantag.</source>
        <translation>Choose another care centre, or ask the region about exceptions.</translation>
    </message>
    <message>
        <source>En vårdnadshavare behöver godkänna</source>
        <translation>A guardian needs to approve</translation>
    </message>
    <message>
        <source>Regionen tar inte emot den ungas eget val här. Inget har ändrats. Skicka inte samma begäran igen.</source>
        <translation>The region does not accept the young person&apos;s own choice here. Nothing has changed. Do not send the same request again.</translation>
    </message>
    <message>
        <source>Regionen behöver att en vårdnadshavare godkänner valet. Ingenting har ändrats.</source>
        <translation>The region needs a guardian to approve the choice. Nothing has changed.</translation>
    </message>
    <message>
        <source>Låt vårdnadshavaren välja, eller skriv ut blanketten.</source>
        <translation>Let the guardian choose, or print the form.</translation>
    </message>
</context>
<context>
    <name>repeats</name>
    <message>
        <source>Nyss läst. Det går att läsa igen om 1 sekund.</source>
        <translation>Just read. It can be read again in 1 second.</translation>
    </message>
    <message>
        <source>Nyss läst. Det går att läsa igen om {seconds} sekunder.</source>
        <translation>Just read. It can be read again in {seconds} seconds.</translation>
    </message>
    <message>
        <source>Nyss läst. Regionerna läses igen om 1 sekund.</source>
        <translation>Just read. The regions are read again in 1 second.</translation>
    </message>
    <message>
        <source>Nyss läst. Regionerna läses igen om {seconds} sekunder.</source>
        <translation>Just read. The regions are read again in {seconds} seconds.</translation>
    </message>
</context>
<context>
    <name>resending</name>
    <message>
        <source>Ärendet är inte oklart längre.</source>
        <translation>The case is no longer unclear.</translation>
    </message>
    <message>
        <source>Inget har skickats. Öppna ärendet och se vad som hände.</source>
        <translation>Nothing has been sent. Open the case and see what happened.</translation>
    </message>
    <message>
        <source>Det är för tidigt att skicka igen.</source>
        <translation>It is too soon to send again.</translation>
    </message>
    <message>
        <source>Regionen kan fortfarande hinna registrera. Försök igen efter klockan {time}.</source>
        <translation>The region may still register it. Try again after {time}.</translation>
    </message>
    <message>
        <source>Invånarens uppgifter har ändrats i personregistret.</source>
        <translation>The resident&apos;s details have changed in the person register.</translation>
    </message>
    <message>
        <source>Inget har skickats. Öppna invånaren och börja om med en ny kontroll.</source>
        <translation>Nothing has been sent. Open the resident and start again with a new check.</translation>
    </message>
    <message>
        <source>Alla regioner gick inte att läsa.</source>
        <translation>Not all regions could be read.</translation>
    </message>
    <message>
        <source>Vi vet inte vad som gäller nu, och inget har skickats. Försök igen om några minuter.</source>
        <translation>We do not know what applies now, and nothing has been sent. Try again in a few minutes.</translation>
    </message>
    <message>
        <source>Regionen visar inte listningar för oss.</source>
        <translation>The region does not show us listings.</translation>
    </message>
    <message>
        <source>Att listningen inte syns bevisar inget. Inget har skickats. Ring regionen och fråga.</source>
        <translation>That the listing is not shown proves nothing. Nothing has been sent. Call the region and ask.</translation>
    </message>
    <message>
        <source>Invånaren har valt något annat sedan dess.</source>
        <translation>The resident has chosen something else since.</translation>
    </message>
    <message>
        <source>Ett nyare val skrivs inte över. Inget har skickats. Fråga invånaren vad som ska gälla.</source>
        <translation>A newer choice is not overwritten. Nothing has been sent. Ask the resident what should apply.</translation>
    </message>
    <message>
        <source>Det som regionen visar nu gör att samma begäran skulle betyda något annat.</source>
        <translation>What the region shows now would make the same request mean something else.</translation>
    </message>
    <message>
        <source>Inget annat har ändrats sedan dess.</source>
        <translation>Nothing else has changed since.</translation>
    </message>
    <message>
        <source>Visas inte längre: {listing}</source>
        <translation>No longer shown: {listing}</translation>
    </message>
    <message>
        <source>En dold listning. F6 visar den.</source>
        <translation>A hidden listing. F6 shows it.</translation>
    </message>
</context>
<context>
    <name>review</name>
    <message>
        <source>Det här registreras</source>
        <translation>This will be registered</translation>
    </message>
    <message>
        <source>Åtgärd</source>
        <translation>Action</translation>
    </message>
    <message>
        <source>Mottagning</source>
        <translation>Care centre</translation>
    </message>
    <message>
        <source>Kö enligt regionen</source>
        <translation>Queue according to the region</translation>
    </message>
    <message>
        <source>Typ</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>&amp;En annan av era mottagningar</source>
        <translation>A&amp;nother of your care centres</translation>
    </message>
    <message>
        <source>Listnings&amp;typ</source>
        <translation>Listing t&amp;ype</translation>
    </message>
    <message>
        <source>Det som är valt</source>
        <translation>What is chosen</translation>
    </message>
</context>
<context>
    <name>standing</name>
    <message>
        <source>Profilen har fel: det går att läsa, men inte att registrera. Kontakta IT-supporten. {fault}</source>
        <translation>The profile has faults: you can read, but not register. Contact IT support. {fault}</translation>
    </message>
    <message>
        <source>Din roll läser och skriver ut, men registrerar inte.</source>
        <translation>Your role reads and prints, but does not register.</translation>
    </message>
    <message>
        <source>Det går att läsa, men inte att registrera. {why}</source>
        <translation>You can read, but not register. {why}</translation>
    </message>
    <message>
        <source>Loggen på den här datorn är inte hel. Arbeta som vanligt, och säg till IT-supporten.</source>
        <translation>The log on this computer is not whole. Work as usual, and tell IT support.</translation>
    </message>
    <message>
        <source>Meddela {support}.</source>
        <translation>Tell {support}.</translation>
    </message>
    <message>
        <source>IT-supporten</source>
        <translation>IT support</translation>
    </message>
</context>
<context>
    <name>trail</name>
    <message>
        <source>Framtaget {time} av {name}</source>
        <translation>Made {time} by {name}</translation>
    </message>
    <message>
        <source>Rader: {n}</source>
        <translation>Rows: {n}</translation>
    </message>
    <message>
        <source>Visade invånaren</source>
        <translation>Saw the resident</translation>
    </message>
    <message>
        <source>Sökte på namn</source>
        <translation>Searched by name</translation>
    </message>
    <message>
        <source>Öppnade ett ärende</source>
        <translation>Opened a case</translation>
    </message>
    <message>
        <source>Ändrade ett ärende</source>
        <translation>Changed a case</translation>
    </message>
    <message>
        <source>Skrev ut eller sparade</source>
        <translation>Printed or saved</translation>
    </message>
    <message>
        <source>Tog fram ett loggutdrag</source>
        <translation>Made a log extract</translation>
    </message>
    <message>
        <source>Loggade in</source>
        <translation>Signed in</translation>
    </message>
    <message>
        <source>Misslyckad inloggning</source>
        <translation>Failed sign-in</translation>
    </message>
    <message>
        <source>Loggade ut</source>
        <translation>Signed out</translation>
    </message>
    <message>
        <source>Ändrade behörigheter</source>
        <translation>Changed who may act</translation>
    </message>
    <message>
        <source>Ändrade vem som kan öppna ärendena</source>
        <translation>Changed who can open the cases</translation>
    </message>
    <message>
        <source>Återställde från säkerhetskopia</source>
        <translation>Restored from a backup</translation>
    </message>
    <message>
        <source>Gallrade</source>
        <translation>Destroyed what was old enough</translation>
    </message>
    <message>
        <source>Raderade uppgifter om en invånare</source>
        <translation>Erased what was kept about a resident</translation>
    </message>
    <message>
        <source>Tid</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>Vem</source>
        <translation>Who</translation>
    </message>
    <message>
        <source>Var</source>
        <translation>Where</translation>
    </message>
    <message>
        <source>Vad</source>
        <translation>What</translation>
    </message>
    <message>
        <source>Invånare</source>
        <translation>Resident</translation>
    </message>
    <message>
        <source>Ärende</source>
        <translation>Case</translation>
    </message>
    <message>
        <source>Varför</source>
        <translation>Why</translation>
    </message>
    <message>
        <source>Underlag</source>
        <translation>Evidence</translation>
    </message>
    <message>
        <source>Svar</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>Referens</source>
        <translation>Reference</translation>
    </message>
    <message>
        <source>Loggutdrag {since} till {until}</source>
        <translation>Log extract {since} to {until}</translation>
    </message>
    <message>
        <source>Loggutdrag för {number}, {since} till {until}</source>
        <translation>Log extract for {number}, {since} to {until}</translation>
    </message>
    <message>
        <source>Läste vad regionerna visar</source>
        <translation>Read what the regions show</translation>
    </message>
    <message>
        <source>Tog över ett ärende</source>
        <translation>Took over a case</translation>
    </message>
</context>
<context>
    <name>training</name>
    <message>
        <source>Regionen är långsam</source>
        <translation>The region is slow</translation>
    </message>
    <message>
        <source>Inget svar, men sparat</source>
        <translation>No answer, but stored</translation>
    </message>
    <message>
        <source>Inget svar, och inte sparat</source>
        <translation>No answer, and not stored</translation>
    </message>
    <message>
        <source>Förbindelsen bryts</source>
        <translation>The connection drops</translation>
    </message>
    <message>
        <source>Regionen ligger nere</source>
        <translation>The region is down</translation>
    </message>
    <message>
        <source>Behörighet saknas (VP007)</source>
        <translation>No authorisation (VP007)</translation>
    </message>
    <message>
        <source>Personregistret ligger nere</source>
        <translation>The person register is down</translation>
    </message>
    <message>
        <source>Varje svar från er region dröjer sex sekunder.</source>
        <translation>Every answer from your region takes six seconds.</translation>
    </message>
    <message>
        <source>Regionen tar emot registreringen, men efter tio sekunder kommer ett fel. Skicka inte samma sak igen.</source>
        <translation>The region takes the registration, but after ten seconds an error comes. Do not send the same thing again.</translation>
    </message>
    <message>
        <source>Samma fel efter tio sekunder, men registreringen nådde aldrig regionen.</source>
        <translation>The same error after ten seconds, but the registration never reached the region.</translation>
    </message>
    <message>
        <source>Regionen tar emot registreringen, men förbindelsen bryts före svaret.</source>
        <translation>The region takes the registration, but the connection drops before the answer.</translation>
    </message>
    <message>
        <source>Inget går att läsa eller registrera i er region. Förbered en blankett.</source>
        <translation>Nothing can be read or registered in your region. Prepare a form.</translation>
    </message>
    <message>
        <source>Det går att läsa, men registreringen stoppas innan den når er region.</source>
        <translation>Reading works, but the registration is stopped before it reaches your region.</translation>
    </message>
    <message>
        <source>Ingen person går att slå upp.</source>
        <translation>Nobody can be looked up.</translation>
    </message>
    <message>
        <source>Avbrottet är på.</source>
        <translation>The fault is on.</translation>
    </message>
    <message>
        <source>Avbrottet är avslutat.</source>
        <translation>The fault has ended.</translation>
    </message>
    <message>
        <source>Klockan är flyttad.</source>
        <translation>The clock has been moved.</translation>
    </message>
    <message>
        <source>Övningen är återställd till första dagen.</source>
        <translation>The practice region is back on its first day.</translation>
    </message>
    <message>
        <source>Övningsregionen svarar inte.</source>
        <translation>The practice region does not answer.</translation>
    </message>
    <message>
        <source>Stäng programmet och starta övningen igen.</source>
        <translation>Close the program and start practice again.</translation>
    </message>
    <message>
        <source>Övningsregionen gör inte det som begärdes.</source>
        <translation>The practice region does not do what was asked.</translation>
    </message>
    <message>
        <source>Försök igen, eller återställ övningen.</source>
        <translation>Try again, or reset the practice region.</translation>
    </message>
    <message>
        <source>Övningsregionens svar går inte att läsa.</source>
        <translation>The practice region&apos;s answer cannot be read.</translation>
    </message>
</context>
<context>
    <name>verdicts</name>
    <message>
        <source>Kan registreras – regionen avgör</source>
        <translation>Can be registered – the region decides</translation>
    </message>
    <message>
        <source>Något behövs först</source>
        <translation>Something is needed first</translation>
    </message>
    <message>
        <source>Kan inte registreras härifrån</source>
        <translation>Cannot be registered from here</translation>
    </message>
    <message>
        <source>Skriv ut blanketten: invånaren skriver under och ni lämnar den till regionen.</source>
        <translation>Print the form: the resident signs it and you hand it to the region.</translation>
    </message>
    <message>
        <source>Inget behöver registreras.</source>
        <translation>Nothing needs to be registered.</translation>
    </message>
    <message>
        <source>{centre} är full enligt regionen. Undantag kan finnas.</source>
        <translation>{centre} is full according to the region. There may be exceptions.</translation>
    </message>
    <message>
        <source>Begär listning, eller välj Lista eller ställ i kö.</source>
        <translation>Request listing, or choose List or join the queue.</translation>
    </message>
    <message>
        <source>{region} anger ingen kö till {centre}.</source>
        <translation>{region} states no queue for {centre}.</translation>
    </message>
    <message>
        <source>Finns plats listas {name} direkt. Är mottagningen full säger regionen nej.</source>
        <translation>If there is room, {name} is listed at once. If the care centre is full, the region says no.</translation>
    </message>
    <message>
        <source>Begäran kan skickas, men regionen kan säga nej. Fråga om särskilda skäl finns.</source>
        <translation>The request can be sent, but the region may say no. Ask whether there are special reasons.</translation>
    </message>
    <message>
        <source>Vi ser inget hinder – regionen avgör</source>
        <translation>We see no obstacle – the region decides</translation>
    </message>
    <message>
        <source>Fråga invånaren.</source>
        <translation>Ask the resident.</translation>
    </message>
    <message>
        <source>Kontrollen går vidare av sig själv.</source>
        <translation>The check goes on by itself.</translation>
    </message>
    <message>
        <source>{stating} anger inga byten kvar för listningen på {current}.</source>
        <translation>{stating} states no changes left for the listing at {current}.</translation>
    </message>
    <message>
        <source>{region} visar inte alla listningar för oss.</source>
        <translation>{region} does not show us all listings.</translation>
    </message>
    <message>
        <source>Fråga invånaren om andra listningar och köplatser.</source>
        <translation>Ask the resident about other listings and queue places.</translation>
    </message>
    <message>
        <source>{home} har inte svarat på var {name} är listad. Listning kan finnas ändå.</source>
        <translation>{home} has not answered where {name} is listed. There may be a listing all the same.</translation>
    </message>
    <message>
        <source>Fråga invånaren, eller gå tillbaka och hämta igen.</source>
        <translation>Ask the resident, or go back and fetch again.</translation>
    </message>
    <message>
        <source>{home} går inte att fråga härifrån. Listning där syns inte.</source>
        <translation>{home} cannot be asked from here. A listing there is not seen.</translation>
    </message>
    <message>
        <source>{failed} har inte svarat. Listning där syns inte.</source>
        <translation>{failed} has not answered. A listing there is not seen.</translation>
    </message>
    <message>
        <source>{unasked} går inte att fråga härifrån. Listning där syns inte.</source>
        <translation>{unasked} cannot be asked from here. A listing there is not seen.</translation>
    </message>
    <message>
        <source>Vänta på {home}: svaret avgör vad som behövs.</source>
        <translation>Wait for {home}: the answer decides what is needed.</translation>
    </message>
    <message>
        <source>Vänta på {pending}: svaret avgör vad som behövs.</source>
        <translation>Wait for {pending}: the answer decides what is needed.</translation>
    </message>
    <message>
        <source>Vänta: vårdnadshavaren slås upp i personregistret.</source>
        <translation>Wait: the guardian is being looked up in the person register.</translation>
    </message>
    <message>
        <source>Under {age} år väljer vårdnadshavaren.</source>
        <translation>Under {age} the guardian chooses.</translation>
    </message>
    <message>
        <source>Ange vårdnadshavarens personnummer.</source>
        <translation>Enter the guardian&apos;s personal identity number.</translation>
    </message>
    <message>
        <source>Den som har fyllt 18 år väljer själv.</source>
        <translation>Anyone who has turned 18 chooses for themselves.</translation>
    </message>
    <message>
        <source>Ange att invånaren själv gör valet.</source>
        <translation>State that the resident makes the choice.</translation>
    </message>
    <message>
        <source>Vårdnadshavarens nummer är invånarens eget.</source>
        <translation>The guardian&apos;s number is the resident&apos;s own.</translation>
    </message>
    <message>
        <source>Personregistret svarade inte om vårdnadshavaren.</source>
        <translation>The person register did not answer about the guardian.</translation>
    </message>
    <message>
        <source>Jämför numret med legitimationen.</source>
        <translation>Compare the number with the identification.</translation>
    </message>
    <message>
        <source>Personregistret har ingen person med vårdnadshavarens nummer.</source>
        <translation>The person register has nobody with the guardian&apos;s number.</translation>
    </message>
    <message>
        <source>Jämför med legitimationen och skriv numret på nytt.</source>
        <translation>Compare with the identification and write the number again.</translation>
    </message>
    <message>
        <source>Vårdnadshavaren är registrerad som avliden.</source>
        <translation>The guardian is registered as deceased.</translation>
    </message>
    <message>
        <source>Kontrollera numret, eller ange en annan vårdnadshavare.</source>
        <translation>Check the number, or give another guardian.</translation>
    </message>
    <message>
        <source>Det är inte överenskommet med {region} att en företrädare väljer härifrån.</source>
        <translation>It is not agreed with {region} that a representative chooses from here.</translation>
    </message>
    <message>
        <source>Företrädarens namn eller handling saknas.</source>
        <translation>The representative&apos;s name or document is missing.</translation>
    </message>
    <message>
        <source>Skriv vem företrädaren är, och vilken handling som ger rätten att välja.</source>
        <translation>Write who the representative is, and which document gives the right to choose.</translation>
    </message>
    <message>
        <source>Företrädarens nummer är invånarens eget.</source>
        <translation>The representative&apos;s number is the resident&apos;s own.</translation>
    </message>
    <message>
        <source>Skriv företrädarens nummer, eller lämna det tomt.</source>
        <translation>Write the representative&apos;s number, or leave it empty.</translation>
    </message>
    <message>
        <source>{region} tar inte emot den här versionen av blanketten.</source>
        <translation>{region} does not accept this version of the form.</translation>
    </message>
    <message>
        <source>Ange rätt version, eller skriv ut en ny blankett att skriva under.</source>
        <translation>Give the right version, or print a new form to sign.</translation>
    </message>
    <message>
        <source>Personen är registrerad som avliden.</source>
        <translation>This person is recorded as deceased.</translation>
    </message>
    <message>
        <source>Kontrollera att numret är rätt.</source>
        <translation>Check that the number is right.</translation>
    </message>
    <message>
        <source>Personen är registrerad som utflyttad från Sverige.</source>
        <translation>This person is recorded as having left Sweden.</translation>
    </message>
    <message>
        <source>Kontrollera numret. Frågor om folkbokföring: Skatteverket.</source>
        <translation>Check the number. Questions about population registration: the Swedish Tax Agency.</translation>
    </message>
    <message>
        <source>Personen är avregistrerad från folkbokföringen.</source>
        <translation>This person is no longer in the population register.</translation>
    </message>
    <message>
        <source>Kontrollera numret. Har personen fått ett nytt, sök på det.</source>
        <translation>Check the number. If the person has been given a new one, search for that.</translation>
    </message>
    <message>
        <source>Det här är en testperson.</source>
        <translation>This is a test person.</translation>
    </message>
    <message>
        <source>Testpersoner registreras bara i övningsregionen.</source>
        <translation>Test persons are registered only in the practice region.</translation>
    </message>
    <message>
        <source>Det är inte överenskommet med {region} att hantera skyddade uppgifter härifrån.</source>
        <translation>Nothing is agreed with {region} about handling protected data from here.</translation>
    </message>
    <message>
        <source>Kontakta regionen enligt er rutin.</source>
        <translation>Contact the region as your routine says.</translation>
    </message>
    <message>
        <source>Personregistret anger ingen hemregion.</source>
        <translation>The person register states no home region.</translation>
    </message>
    <message>
        <source>{region} är inte ansluten.</source>
        <translation>{region} is not connected.</translation>
    </message>
    <message>
        <source>Fråga invånaren. Använd hemregionens blankett.</source>
        <translation>Ask the resident. Use the home region&apos;s form.</translation>
    </message>
    <message>
        <source>Försök igen, eller skriv ut blanketten.</source>
        <translation>Try again, or print the form.</translation>
    </message>
    <message>
        <source>{region} går inte att fråga härifrån. Listning där syns inte.</source>
        <translation>{region} cannot be asked from here. A listing there is not seen.</translation>
    </message>
    <message>
        <source>Fråga invånaren. Skriv ut blanketten för underskrift.</source>
        <translation>Ask the resident. Print the form to be signed.</translation>
    </message>
    <message>
        <source>Redan listad på {centre} – inget behöver göras</source>
        <translation>Already listed at {centre} – nothing needs to be done</translation>
    </message>
    <message>
        <source>Ange vårdnadshavare</source>
        <translation>Enter a guardian</translation>
    </message>
    <message>
        <source>Vänta på svar</source>
        <translation>Wait for an answer</translation>
    </message>
    <message>
        <source>Skälet visar var invånaren är listad och är dolt.</source>
        <translation>The reason shows where the resident is listed, and is hidden.</translation>
    </message>
    <message>
        <source>Visa hemregion och mottagning med F6.</source>
        <translation>Show home region and care centre with F6.</translation>
    </message>
    <message>
        <source>en annan region</source>
        <translation>another region</translation>
    </message>
    <message>
        <source>Det är inte överenskommet med {region} att vi registrerar {evidence}.</source>
        <translation>It is not agreed with {region} that we register {evidence}.</translation>
    </message>
    <message>
        <source>{centre} erbjuder inte {type}.</source>
        <translation>{centre} does not offer {type}.</translation>
    </message>
    <message>
        <source>Välj en annan mottagning eller en annan listningstyp.</source>
        <translation>Choose another care centre or another type of listing.</translation>
    </message>
    <message>
        <source>{region} erbjuder inte {name} {type}.</source>
        <translation>{region} does not offer {name} {type}.</translation>
    </message>
    <message>
        <source>Välj en annan listningstyp.</source>
        <translation>Choose another listing type.</translation>
    </message>
    <message>
        <source>{centre} erbjuder inte val av fast läkarkontakt.</source>
        <translation>{centre} does not offer a choice of regular doctor.</translation>
    </message>
    <message>
        <source>Ta bort läkarvalet.</source>
        <translation>Remove the choice of doctor.</translation>
    </message>
    <message>
        <source>{name} är redan listad på {centre}.</source>
        <translation>{name} is already listed at {centre}.</translation>
    </message>
    <message>
        <source>{doctor} är redan vald som fast läkarkontakt.</source>
        <translation>{doctor} is already the chosen regular doctor.</translation>
    </message>
    <message>
        <source>{region} visar ingen listning på {centre}.</source>
        <translation>{region} shows no listing at {centre}.</translation>
    </message>
    <message>
        <source>Fast läkarkontakt kan väljas när regionen visar listningen.</source>
        <translation>A regular doctor can be chosen once the region shows the listing.</translation>
    </message>
    <message>
        <source>{name} står redan i kö till {centre}.</source>
        <translation>{name} is already in the queue for {centre}.</translation>
    </message>
    <message>
        <source>{region} visar ingen köplats till {centre}.</source>
        <translation>{region} shows no queue place at {centre}.</translation>
    </message>
    <message>
        <source>Hämta igen. Platsen kan ha blivit en listning, eller redan vara borta.</source>
        <translation>Fetch again. The place may have become a listing, or be gone already.</translation>
    </message>
    <message>
        <source>{name} står i kö till {centre}. Skickas det här försvinner köplatsen.</source>
        <translation>{name} is in the queue for {centre}. Sending this would lose the queue place.</translation>
    </message>
    <message>
        <source>Registrera inget om köplatsen ska vara kvar. Annars: välj Lämna kön först.</source>
        <translation>Register nothing if the queue place is to be kept. Otherwise: choose Leave the queue first.</translation>
    </message>
    <message>
        <source>Det går inte att se om {name} står i kö till {centre}. En köplats kan försvinna.</source>
        <translation>It is not visible whether {name} is in the queue for {centre}. A queue place may be lost.</translation>
    </message>
    <message>
        <source>{region} har inte svarat.</source>
        <translation>{region} has not answered.</translation>
    </message>
    <message>
        <source>Du lämnar {current}.</source>
        <translation>You leave {current}.</translation>
    </message>
    <message>
        <source>Finns det plats blir du listad direkt.</source>
        <translation>If there is room you are listed at once.</translation>
    </message>
    <message>
        <source>Du lämnar köplatsen till {centre}. Ångrar du dig får du ställa dig i kö på nytt.</source>
        <translation>You give up the queue place at {centre}. If you change your mind you join the queue anew.</translation>
    </message>
    <message>
        <source>Finns det plats blir du listad direkt och lämnar {current}.</source>
        <translation>If there is room you are listed at once and leave {current}.</translation>
    </message>
    <message>
        <source>Står du i två köer flyttas du automatiskt när du får plats; den senaste tilldelningen gäller.</source>
        <translation>If you stand in two queues you are moved automatically when there is room; the latest assignment holds.</translation>
    </message>
    <message>
        <source>{name} lämnar {current}.</source>
        <translation>{name} leaves {current}.</translation>
    </message>
    <message>
        <source>Finns det plats blir {name} listad direkt.</source>
        <translation>If there is room {name} is listed at once.</translation>
    </message>
    <message>
        <source>{name} lämnar köplatsen till {centre}. Den som ångrar sig får ställa sig i kö på nytt.</source>
        <translation>{name} gives up the queue place at {centre}. Whoever changes their mind joins the queue anew.</translation>
    </message>
    <message>
        <source>Finns det plats blir {name} listad direkt och lämnar {current}.</source>
        <translation>If there is room {name} is listed at once and leaves {current}.</translation>
    </message>
    <message>
        <source>Regionen uppger inte hur många byten du har kvar.</source>
        <translation>The region does not state how many changes you have left.</translation>
    </message>
    <message>
        <source>Regionen uppger inte hur många byten {name} har kvar.</source>
        <translation>The region does not state how many changes {name} has left.</translation>
    </message>
    <message>
        <source>{region} anger att du inte har några byten kvar.</source>
        <translation>{region} states that you have no changes left.</translation>
    </message>
    <message>
        <source>{region} anger att {name} inte har några byten kvar.</source>
        <translation>{region} states that {name} has no changes left.</translation>
    </message>
    <message>
        <source>{region} anger att du har 1 byte kvar.</source>
        <translation>{region} states that you have 1 change left.</translation>
    </message>
    <message>
        <source>{region} anger att {name} har 1 byte kvar.</source>
        <translation>{region} states that {name} has 1 change left.</translation>
    </message>
    <message>
        <source>{region} anger att du har {n} byten kvar.</source>
        <translation>{region} states that you have {n} changes left.</translation>
    </message>
    <message>
        <source>{region} anger att {name} har {n} byten kvar.</source>
        <translation>{region} states that {name} has {n} changes left.</translation>
    </message>
    <message>
        <source>Det kan räknas som ett byte.</source>
        <translation>It may count as a change.</translation>
    </message>
    <message>
        <source>Köplatsen till {queues} kan försvinna. Regionen avgör.</source>
        <translation>The queue place at {queues} may be lost. The region decides.</translation>
    </message>
    <message>
        <source>på blankett</source>
        <translation>on a form</translation>
    </message>
    <message>
        <source>på telefon</source>
        <translation>by phone</translation>
    </message>
    <message>
        <source>Den som står i två köer flyttas automatiskt vid plats; den senaste tilldelningen gäller.</source>
        <translation>Anyone in two queues is moved automatically when there is room; the latest place given is the one that counts.</translation>
    </message>
    <message>
        <source>sin nuvarande mottagning</source>
        <translation>their present care centre</translation>
    </message>
    <message>
        <source>hemregionen</source>
        <translation>the home region</translation>
    </message>
    <message>
        <source>Personregistret anger någon annan som vårdnadshavare för {name}.</source>
        <translation>The person register names somebody else as guardian of {name}.</translation>
    </message>
    <message>
        <source>Jämför numret med legitimationen, och be om en handling som visar vårdnaden.</source>
        <translation>Compare the number with the identity document, and ask for a document that shows the custody.</translation>
    </message>
    <message>
        <source>Välj Lista eller ställ i kö: då går en köplats dit inte förlorad.</source>
        <translation>Choose List or join the queue: then a place in the queue there is not lost.</translation>
    </message>
</context>
<context>
    <name>wording</name>
    <message>
        <source>Regionens meddelande</source>
        <translation>The region&apos;s message</translation>
    </message>
</context>
</TS>
