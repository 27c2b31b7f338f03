# SPDX-License-Identifier: GPL-3.0-or-later
# Qualtrics: Data & Analysis, Export (CSV)
[profile]
title=Qualtrics responses
title[de]=Qualtrics-Antworten
kind=responses
signature=StartDate + ResponseId;RecordedDate + ResponseId;ResponseID + ResponseSet

[columns]
id=ResponseId
rated=RecordedDate;EndDate
email=RecipientEmail;EmailAddress
language=UserLanguage
channel=DistributionChannel

[known]
headers=NPS_GROUP;StartDate;Status;IPAddress;Progress;Duration (in seconds);Finished;RecipientLastName;RecipientFirstName;ExternalReference;ExternalDataReference;LocationLatitude;LocationLongitude;ResponseSet;Name
