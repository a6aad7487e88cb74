using System.Text;

namespace PolicyLang.LanguageService;

/// <summary>Reading cards for editors that show no Markdown.</summary>
internal static class PlainText
{
    /// <summary>The words of a card without its marks: <see cref="SymbolHover"/> escapes every mark that belongs to the words.</summary>
    public static string FromMarkdown(string card)
    {
        var text = new StringBuilder(card.Length);
        for (int i = 0; i < card.Length; i++)
        {
            bool begins = i == 0 || card[i - 1] == '\n';
            if (card[i] == '\\' && i + 1 < card.Length)
            {
                text.Append(card[++i]);
            }
            else if (begins && card[i] == '>')
            {
                // The blank behind the mark of a quotation goes with it.
                i += i + 1 < card.Length && card[i + 1] == ' ' ? 1 : 0;
            }
            else if (card[i] == '\n')
            {
                // Two blanks before the end of a line are a mark too.
                while (text.Length > 0 && text[text.Length - 1] == ' ')
                {
                    text.Length--;
                }

                text.Append('\n');
            }
            else if (card[i] == ']' && i + 1 < card.Length && card[i + 1] == '(')
            {
                // "[Art. 1](<https://…>)" is read as "Art. 1 (https://…)".
                text.Append(' ');
            }
            else if (card[i] is not ('*' or '<' or '>' or '['))
            {
                text.Append(card[i]);
            }
        }

        return text.ToString();
    }
}
