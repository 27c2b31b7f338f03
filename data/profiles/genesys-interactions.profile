# SPDX-License-Identifier: GPL-3.0-or-later
# Genesys Cloud: Interactions view, Export (CSV). Lengths are milliseconds unless formatted.
[profile]
title=Genesys Cloud interactions
title[de]=Genesys-Cloud-Interaktionen
kind=calls
signature=Full Export Completed + Duration;Full Export Completed + ANI;Full Export Completed + Conversation ID;Exportación completa + Duración;Exportación completa + Dirección

[columns]
id=Conversation ID;ID de conversación
created=Date;Fecha
ended=End Date;Fecha de finalización
direction=Direction;Dirección
channel=Media Type;Tipo de medios;Tipo de medio
agent=Users;Usuarios
team=Queue;Cola
category=Wrap-up;Conclusión
requester=Remote;Remoto;ANI
call-length=Duration;Duración
handle-time=Total Handle;Manejo total
talk-time=Total Talk;Conversación total
hold-time=Total Hold;Total de espera;Espera total
wrap-time=Total ACW;ACW total
wait-time=Total Queue;Total de cola
transfers=Transfers;Transferencias

[known]
headers=Full Export Completed;Disconnect Type;Tipo de desconexión;Partial Result Timestamp;Filters;DNIS;Flow;Subject;External Tag;Initial Direction;First Queue;Exportación completa;Marca de hora del resultado parcial;Filtros;Segmentos de alerta;Total de alertas;Salida de flujo;Usuarios - alertados;Usuarios - no responden;IVR total;Tiempo en abandonar;Iniciador de conversación;Campaña

[units]
call-length=milliseconds
handle-time=milliseconds
talk-time=milliseconds
hold-time=milliseconds
wrap-time=milliseconds
wait-time=milliseconds

[lists]
last=agent;team
