# SPDX-License-Identifier: GPL-3.0-or-later
# Google Forms: Responses, as CSV or from the linked sheet. The first column is named in the language
# of the form's owner.
[profile]
title=Google Forms responses
title[de]=Google-Formulare-Antworten
kind=responses
signature=Timestamp + Email Address;Timestamp + Score;Zeitstempel + E-Mail-Adresse;Zeitstempel + Punkte;Horodateur;Marca temporal;Carimbo de data/hora

[columns]
rated=Timestamp;Zeitstempel;Horodateur;Marca temporal;Carimbo de data/hora
email=Email Address;E-Mail-Adresse;Adresse e-mail;Dirección de correo electrónico;Endereço de e-mail

[known]
headers=Score;Punkte
