{{- define "suncode.labels" -}}
app.kubernetes.io/name: suncode
app.kubernetes.io/instance: {{ .Release.Name }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
{{- end -}}

{{- define "suncode.selector" -}}
app.kubernetes.io/name: suncode
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end -}}

{{- define "suncode.pod" -}}
securityContext:
  runAsNonRoot: true
  runAsUser: 1000
  runAsGroup: 1000
  fsGroup: 1000
  seccompProfile: { type: RuntimeDefault }
# Requests under way get 35 seconds to end; without any it stops at once.
terminationGracePeriodSeconds: 45
automountServiceAccountToken: false
{{- with .Values.imagePullSecrets }}
imagePullSecrets:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- end -}}

{{- define "suncode.container" -}}
image: "{{ .Values.image.repository }}:{{ .Values.image.tag }}"
imagePullPolicy: {{ .Values.image.pullPolicy }}
securityContext:
  allowPrivilegeEscalation: false
  readOnlyRootFilesystem: true
  capabilities: { drop: [ALL] }
ports:
  - { name: http, containerPort: 3000 }
livenessProbe:
  httpGet: { path: /api/health, port: http }
  periodSeconds: 10
  timeoutSeconds: 5
  failureThreshold: 6
# The first start migrates the database, which may take its time.
startupProbe:
  httpGet: { path: /api/health, port: http }
  periodSeconds: 2
  failureThreshold: 300
envFrom:
  - secretRef: { name: {{ .Values.existingSecret }} }
{{- end -}}

{{- define "suncode.env" -}}
- { name: APP_URL, value: {{ .Values.appUrl | quote }} }
- { name: WORKER_MODE, value: external }
{{- if .Values.backups.enabled }}
- { name: BACKUP_DIR, value: /backups }
- { name: BACKUP_EVERY_DAYS, value: '1' }
{{- end }}
{{- range $name, $value := .Values.env }}
- { name: {{ $name }}, value: {{ $value | quote }} }
{{- end }}
{{- end -}}
