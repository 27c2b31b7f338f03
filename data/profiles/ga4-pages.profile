# SPDX-License-Identifier: GPL-3.0-or-later
# Google Analytics 4: Pages and screens, Share, Download file (CSV). The period stands above it.
[profile]
title=Google Analytics pages and screens
title[de]=Google-Analytics-Seiten und -Bildschirme
kind=views
signature=Page path and screen class + Views;Page title and screen class + Views;Seitenpfad und Bildschirmklasse;Seitentitel und Bildschirmklasse

[columns]
date=Date;Datum
article=Page title and screen class;Page path and screen class;Seitentitel und Bildschirmklasse;Seitenpfad und Bildschirmklasse;Landing page;Landingpage
views=Views;Aufrufe
visitors=Active users;Users;Total users;Aktive Nutzer;Nutzer

[known]
headers=Views per active user;Views per user;Average engagement time per active user;Average engagement time;Event count;Key events;Conversions;Total revenue;Aufrufe pro aktivem Nutzer;Durchschnittliche Interaktionsdauer pro aktivem Nutzer;Ereignisanzahl;Schlüsselereignisse;Gesamtumsatz;Ausstiege;Sitzungen;Sitzungen mit Interaktionen
