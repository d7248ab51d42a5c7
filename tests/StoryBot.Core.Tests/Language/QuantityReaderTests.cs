using StoryBot.Core.Language;

namespace StoryBot.Core.Tests.Language;

public sealed class QuantityReaderTests
{
    [Theory]
    [InlineData("$5.6 million", 5_600_000, QuantityKind.Money, "USD", 2)]
    [InlineData("5.6M USD", 5_600_000, QuantityKind.Money, "USD", 2)]
    [InlineData("US$5,600,000", 5_600_000, QuantityKind.Money, "USD", 2)]
    [InlineData("USD 5.6 million", 5_600_000, QuantityKind.Money, "USD", 2)]
    [InlineData("5.6 million dollars", 5_600_000, QuantityKind.Money, "USD", 2)]
    [InlineData("5.6 million US dollars", 5_600_000, QuantityKind.Money, "USD", 2)]
    [InlineData("$5.576M", 5_576_000, QuantityKind.Money, "USD", 4)]
    [InlineData("nearly $600B", 600_000_000_000, QuantityKind.Money, "USD", 1)]
    [InlineData("a $500 billion pledge", 500_000_000_000, QuantityKind.Money, "USD", 1)]
    [InlineData("\u20AC3bn", 3_000_000_000, QuantityKind.Money, "EUR", 1)]
    [InlineData("HK$20", 20, QuantityKind.Money, "HKD", 1)]
    [InlineData("(-$88.96)", -88.96, QuantityKind.Money, "USD", 4)]
    [InlineData("a 5-million-dollar run", 5_000_000, QuantityKind.Money, "USD", 1)]
    [InlineData("-1.46%", -1.46, QuantityKind.Percent, "", 3)]
    [InlineData("\u22121.46 %", -1.46, QuantityKind.Percent, "", 3)]
    [InlineData("fell 1.46 percent", 1.46, QuantityKind.Percent, "", 3)]
    [InlineData("17 per cent", 17, QuantityKind.Percent, "", 2)]
    [InlineData("by 2 percentage points", 2, QuantityKind.PercentagePoint, "", 1)]
    [InlineData("a 3-percentage-point rise", 3, QuantityKind.PercentagePoint, "", 1)]
    [InlineData("0.5pp", 0.5, QuantityKind.PercentagePoint, "", 1)]
    [InlineData("fifty times cheaper", 50, QuantityKind.Multiple, "", 1)]
    [InlineData("about 27x", 27, QuantityKind.Multiple, "", 2)]
    [InlineData("1/50th of the cost", 0.02, QuantityKind.Multiple, "", 1)]
    [InlineData("a 50-fold cut", 50, QuantityKind.Multiple, "", 1)]
    [InlineData("a tenfold gain", 10, QuantityKind.Multiple, "", 1)]
    [InlineData("2.788M H800 GPU-hours", 2_788_000, QuantityKind.Count, "gpu-hour", 4)]
    [InlineData("671B parameters", 671_000_000_000, QuantityKind.Count, "parameter", 3)]
    [InlineData("a 671B-parameter model", 671_000_000_000, QuantityKind.Count, "parameter", 3)]
    [InlineData("four years", 4, QuantityKind.Count, "year", 1)]
    [InlineData("a four-year plan", 4, QuantityKind.Count, "year", 1)]
    [InlineData("in 51 other countries", 51, QuantityKind.Count, "country", 2)]
    [InlineData("twenty-one people", 21, QuantityKind.Count, "person", 2)]
    [InlineData("2,788K", 2_788_000, QuantityKind.Number, "", 4)]
    [InlineData("closed at 19,341.83 on the day", 19_341.83, QuantityKind.Number, "", 7)]
    [InlineData("two hundred and six", 206, QuantityKind.Number, "", 3)]
    [InlineData("a million", 1_000_000, QuantityKind.Number, "", 1)]
    [InlineData("hundreds of millions of dollars", 100_000_000, QuantityKind.Money, "USD", 0)]
    [InlineData("No. 1", 1, QuantityKind.Ordinal, "", 1)]
    [InlineData("ranked #3", 3, QuantityKind.Ordinal, "", 1)]
    [InlineData("on his first day", 1, QuantityKind.Ordinal, "", 1)]
    [InlineData("the 21st time", 21, QuantityKind.Ordinal, "", 2)]
    [InlineData("Claude scored 50.8", 50.8, QuantityKind.Number, "", 3)]
    [InlineData("Claude 50.8", 50.8, QuantityKind.Number, "", 3)]
    [InlineData("2048 GPUs", 2048, QuantityKind.Count, "gpu", 4)]
    public void Read_OneFigure_IsNormalised(string text, double value, QuantityKind kind, string unit, int digits)
    {
        var quantity = Assert.Single(QuantityReader.Read(text));

        Assert.Equal((decimal)value, quantity.Value);
        Assert.Equal(kind, quantity.Kind);
        Assert.Equal(unit, quantity.Unit);
        Assert.Equal(digits, quantity.SignificantDigits);
        Assert.Equal(quantity.Text, text.Substring(quantity.Start, quantity.Text.Length));
    }

    [Theory]
    [InlineData("$589B\u2013$593B", 589_000_000_000, 593_000_000_000, QuantityKind.Money)]
    [InlineData("2-4%", 2, 4, QuantityKind.Percent)]
    [InlineData("2 to 4 percent", 2, 4, QuantityKind.Percent)]
    [InlineData("between 2 and 4 percent", 2, 4, QuantityKind.Percent)]
    [InlineData("$589-593 billion", 589_000_000_000, 593_000_000_000, QuantityKind.Money)]
    public void Read_Range_HasBothEnds(string text, double low, double high, QuantityKind kind)
    {
        var quantity = Assert.Single(QuantityReader.Read(text));

        Assert.Equal((decimal)low, quantity.Value);
        Assert.Equal((decimal)high, quantity.High);
        Assert.Equal(kind, quantity.Kind);
    }

    [Theory]
    [InlineData("R1 and V3")]
    [InlineData("GPT-4o")]
    [InlineData("o1-1217")]
    [InlineData("Claude-3.5-Sonnet-1022")]
    [InlineData("the S&P 500 index")]
    [InlineData("MATH-500")]
    [InlineData("an H800 chip")]
    [InlineData("AIME 2024")]
    [InlineData("Trump 2.0 era")]
    [InlineData("27 January 2025")]
    [InlineData("on Jan. 27, 2025")]
    [InlineData("2025-01-27")]
    [InlineData("in 2025")]
    [InlineData("at 21:29 ET")]
    [InlineData("Third Seven Capital")]
    [InlineData("one of the most capable")]
    [InlineData("EO 14179")]
    [InlineData("version 1.2.3")]
    [InlineData("")]
    public void Read_NamesAndDates_AreNotFigures(string text) => Assert.Empty(QuantityReader.Read(text));

    [Theory]
    [InlineData("from $100 million+ to this alleged $6 million", 2)]
    [InlineData("from $100 million to $6 million", 2)]
    [InlineData("79.8/79.2, 97.3/96.4", 4)]
    [InlineData("rose 2% and lost $3B", 2)]
    [InlineData("6,012.28, down 88.96 points or 1.46%", 3)]
    public void Read_SeveralFigures_AreSeparate(string text, int count) => Assert.Equal(count, QuantityReader.Read(text).Count);

    [Fact]
    public void Read_LongHostileText_EndsSoon()
    {
        var text = string.Concat(Enumerable.Repeat("1,2-3/4.5 to between hundred of $-\u2212 ", 5_000));

        Assert.NotEmpty(QuantityReader.Read(text));
    }

    [Fact]
    public void Read_HugeNumber_DoesNotThrow() => _ = QuantityReader.Read($"{new string('9', 400)} trillion and 99999999999999999999 trillion%");
}
