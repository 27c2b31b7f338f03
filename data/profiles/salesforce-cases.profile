# SPDX-License-Identifier: GPL-3.0-or-later
# Salesforce Service Cloud: report of cases, Export details (CSV), and the object as the API names it
[profile]
title=Salesforce case report
title[de]=Salesforce-Kundenvorgangsbericht
kind=tickets
signature=Case Number + Date/Time Opened;Case Number + Case Owner;Date/Time Opened + Date/Time Closed;CaseNumber + CreatedDate

[columns]
id=Case Number;CaseNumber;Case ID
subject=Subject
requester=Contact Name
email=Contact Email;Contact: Email;Web Email
status=Status
priority=Priority
channel=Case Origin;Origin
type=Type;Case Type
category=Case Reason;Reason
product=Product
agent=Case Owner;Case Owner Alias;OwnerId
organisation=Account Name
created=Date/Time Opened;Opened Date;CreatedDate
closed=Date/Time Closed;Closed Date;ClosedDate
updated=Last Modified Date;Case Last Modified Date;LastModifiedDate
escalated=Escalated;IsEscalated

[known]
headers=Description;Age;Age (Hours);Email Message Date;Resolution Reports;Open;Closed;IsClosed;Case Record Type;Parent Case Number

[refused]
untrusted=Age;Age (Hours)
