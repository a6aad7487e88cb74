;;; emacs.el --- Eglot, Emacs' own client, with policyc lsp as its server  -*- lexical-binding: t -*-
;; In the environment: POLICY_SETUP, a file with the set-up that docs/editors.md gives; POLICY_FILE, the file to open; POLICY_OUT, where the result goes.

(require 'package)
(package-initialize)
(require 'json)
(require 'eglot)

(defvar policy-out nil)

(defun policy-note (name value)
  (push (cons name value) policy-out))

(defun policy-wait (what condition)
  "Wait until CONDITION gives something, and give that; an error that names WHAT where it never does."
  (let ((end (+ (float-time) 60)) (found nil))
    (while (not (setq found (funcall condition)))
      (when (> (float-time) end)
        (error "%s did not come" what))
      (accept-process-output nil 0.02))
    found))

(defun policy-at (words)
  "Put point in the middle of WORDS, at the bar."
  (goto-char (point-min))
  (search-forward (replace-regexp-in-string "|" "" words))
  (backward-char (- (length words) 1 (string-match "|" words))))

(defun policy-shown ()
  "What Flymake shows, as CODE-OR-TEXT LINE:COLUMN."
  (mapcar (lambda (d)
            (goto-char (flymake-diagnostic-beg d))
            (format "%s %d:%d" (flymake-diagnostic-text d) (line-number-at-pos) (- (point) (line-beginning-position))))
          (flymake-diagnostics)))

(setq eglot-sync-connect t
      eglot-connect-timeout 60
      make-backup-files nil)
(load (getenv "POLICY_SETUP") nil t)
(find-file (getenv "POLICY_FILE"))
;; There is no command loop here, after whose first command Eglot would connect.
(run-hooks 'post-command-hook)
(policy-wait "a connection" #'eglot-managed-p)
(policy-note "mode" (symbol-name major-mode))
(policy-note "findings" (vconcat (policy-wait "a finding" #'policy-shown)))

(policy-at "subject to B|an")
(let ((card nil))
  (eglot-hover-eldoc-function (lambda (text &rest _) (setq card (substring-no-properties text))))
  (policy-note "card" (policy-wait "a card" (lambda () card))))
(let ((found (car (xref-backend-definitions 'eglot (xref-backend-identifier-at-point 'eglot)))))
  (policy-note "definition" (xref-location-line (xref-item-location found)))
  (policy-note "references" (length (xref-backend-references 'eglot (xref-backend-identifier-at-point 'eglot)))))

(policy-at "to |US")
(let ((proposals (eglot-completion-at-point)))
  (policy-note "proposals" (vconcat (mapcar #'substring-no-properties (all-completions "" (nth 2 proposals))))))

(policy-at "subject to B|an")
(eglot-rename "Prohibited")
(policy-note "renamed" (buffer-substring-no-properties (point-min) (point-max)))
(eglot-format-buffer)
(policy-note "formatted" (buffer-substring-no-properties (point-min) (point-max)))

(policy-at "Hel|th")
(delete-char 1)
(insert "Xy")
(eglot--signal-textDocument/didChange)
(policy-note "later" (policy-wait "the finding about the new text"
                                  (lambda () (seq-find (lambda (d) (string-match-p "HelXyh" d)) (policy-shown)))))
(with-temp-file (getenv "POLICY_OUT")
  (insert (json-encode policy-out)))
(set-buffer-modified-p nil)
(eglot-shutdown (eglot-current-server))
;;; emacs.el ends here
